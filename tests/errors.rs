//! Each error: what it says, where it points, and that nothing comes of it.

use demarche::{LexiconError, Parser};

#[test]
fn empty_and_blank() {
    for input in [
        "",
        " ",
        "\n\n",
        "\u{feff}",
        "\u{a0}\u{2003}\n\t",
        "\u{200b}",
    ] {
        let error = demarche::parse_article(input).expect_err("nothing to read");
        assert!(error.is_empty(), "{input:?}: {error}");
        assert_eq!(
            error.to_string(),
            "the input is empty or blank; pass the text of one article"
        );
        assert_eq!(error.offset(), None);
    }
}

#[test]
fn binary() {
    let input = "PK\u{3}\u{4}\0\0\0\0\u{8}\0\0\0\u{1}\0\0\0".repeat(8);
    let error = demarche::parse_article(&input).expect_err("no text");
    assert!(error.is_binary(), "{error}");
    assert!(error.offset().is_some_and(|o| o < input.len()));
    assert!(
        error.to_string().contains("pass the decoded text"),
        "{error}"
    );
}

#[test]
fn a_stray_control_character_is_no_reason_to_refuse() {
    let article =
        demarche::parse_article("Japan\u{7} and India held talks in Tokyo on Monday.\u{1a}");
    assert!(article.is_ok());
}

/// Legacy encodings are read with the feature `encoding`; without it the error
/// says where the first invalid byte is.
#[test]
fn not_utf8() {
    match Parser::default().parse_bytes(b"Caf\xe9 talks were held in Paris.") {
        Ok(article) => assert!(article.body.contains("Caf\u{e9} talks")),
        Err(error) => {
            assert!(error.is_encoding());
            assert_eq!(error.offset(), Some(3));
            assert_eq!(
                error.to_string(),
                "the input is not UTF-8 (invalid byte at offset 3); decode it first, or enable the feature `encoding`"
            );
        }
    }
}

#[cfg(feature = "encoding")]
#[test]
fn other_encodings_are_read() {
    let text = "Japan and India held talks in Tokyo; the caf\u{e9} was closed.";
    let utf16: Vec<u8> = std::iter::once(0xfeff_u16)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let parser = Parser::default();
    assert_eq!(parser.decode(&utf16).as_deref(), Ok(text));
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let decoded = parser.decode(&latin).expect("text");
    assert_eq!(decoded, text);
    let article = parser.parse_bytes(&latin).expect("an article");
    assert_eq!(parser.parse(&decoded), Ok(article));
    // Cut off in the middle of a character, it is still UTF-8.
    let cut = parser
        .decode(b"Caf\xc3\xa9 talks in Caf\xc3")
        .expect("text");
    assert_eq!(cut, "Caf\u{e9} talks in Caf\u{fffd}");
    let declared = parser
        .decode(b"<meta charset=\"windows-1251\">\xcf\xf0\xe8")
        .expect("text");
    assert!(declared.ends_with("\u{41f}\u{440}\u{438}"), "{declared}");
}

#[test]
fn utf8_bytes_are_the_string() {
    let text = "Caf\u{e9} talks: Japan and India met in Tokyo.";
    assert_eq!(
        Parser::default().parse_bytes(text.as_bytes()),
        demarche::parse_article(text)
    );
}

#[track_caller]
fn refused(table: &str, rows: &str) -> LexiconError {
    let error = Parser::builder().add_rows(table, rows).build();
    error.map(|_| ()).expect_err("rows that cannot be read")
}

#[test]
fn no_such_table() {
    let error = refused("planets", "Mars\t-\n");
    assert_eq!((error.table(), error.line()), ("planets", None));
    assert!(
        error.to_string().starts_with("lexicon table `planets`: "),
        "{error}"
    );
}

#[test]
fn wrong_number_of_columns() {
    let error = refused("countries", "KOR\tKR\n");
    assert_eq!((error.table(), error.line()), ("countries", Some(1)));
    let error = refused(
        "posts",
        "grand vizier\thead_of_government\t-\t-\nkeeper of seals\tminister\n",
    );
    assert_eq!((error.table(), error.line()), ("posts", Some(2)));
    let error = refused("posts", "grand vizier\thead_of_government\t-\t-\t-\t-\n");
    assert_eq!(error.line(), Some(1));
}

#[test]
fn a_value_that_does_not_exist() {
    let error = refused("posts", "grand vizier\twizard\t-\t-\n");
    assert_eq!((error.line(), error.column()), (Some(1), Some(2)));
    assert!(error.to_string().contains("wizard"), "{error}");
}

#[test]
fn an_empty_cell() {
    assert_eq!(refused("posts", "\tminister\t-\t-\n").column(), Some(1));
}

#[test]
fn a_row_twice() {
    let row = "grand vizier\thead_of_government\t-\t-\n";
    assert_eq!(refused("posts", &row.repeat(2)).line(), Some(2));
}

#[test]
fn rows_that_contradict_each_other() {
    let rows = "grand vizier\thead_of_government\t-\t-\ngrand vizier\tambassador\t-\t-\n";
    assert_eq!(refused("posts", rows).line(), Some(2));
}

#[test]
fn a_million_rows() {
    let mut rows = String::new();
    for i in 1..1_000_000 {
        rows.push_str(&format!("keeper of seal {i}\tminister\t-\t-\n"));
    }
    assert!(Parser::builder().add_rows("posts", &rows).build().is_ok());
    rows.push_str("keeper of the last seal\n");
    assert_eq!(refused("posts", &rows).line(), Some(1_000_000));
}

#[test]
fn a_refused_row_changes_no_other_parser() {
    let text = "Grand Vizier Aiko Mori of Japan met reporters in Tokyo.";
    let before = demarche::parse_article(text);
    refused("posts", "grand vizier\thead_of_government\t-\t-\nbroken\n");
    assert_eq!(before, demarche::parse_article(text));
}
