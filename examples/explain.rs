//! How the grammar reads a text: the units of each sentence and its clauses.
//! For people who work on the grammar: `cargo run --example explain FILE`.

use std::io::Read;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    match std::env::args().nth(1) {
        Some(file) => text = std::fs::read_to_string(file)?,
        None => {
            std::io::stdin().read_to_string(&mut text)?;
        }
    }
    print!(
        "{}",
        demarche::bench::explain(&demarche::Parser::default(), &text)
    );
    Ok(())
}
