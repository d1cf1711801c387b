//! Any rows for any table: a parser that still works, or an error that names
//! the table. The first line of the input is the table's name.
#![no_main]

use demarche::Parser;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (table, rows) = text.split_once('\n').unwrap_or((text, ""));
    let builders = [
        Parser::builder().add_rows(table, rows),
        Parser::builder().replace_rows(table, rows),
        Parser::builder().remove_rows(table, rows),
    ];
    for builder in builders {
        match builder.build() {
            Ok(parser) => {
                let _ = parser.parse("President Ana Vidal of Chile met Ravi Nair in Lima on Monday.");
            }
            Err(error) => assert_eq!(error.table(), table),
        }
    }
});
