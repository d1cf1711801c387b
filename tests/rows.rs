//! Lexicon rows given at run time, in the format of the data files.

use demarche::{Article, Parser, PostKind};

fn parse(parser: &Parser, text: &str) -> Article {
    parser.parse(text).expect("an article")
}

#[test]
fn an_added_post_is_known() {
    let text = "Grand Sealkeeper Aiko Mori of Japan met reporters in Tokyo.";
    let parser = Parser::builder()
        .add_rows("posts", "grand sealkeeper\tforeign_minister\t-\t-\n")
        .build()
        .expect("a good row");
    let article = parse(&parser, text);
    assert_eq!(article.officials.len(), 1);
    assert_eq!(article.officials[0].post.kind, PostKind::ForeignMinister);
    assert_eq!(article.officials[0].name, "Aiko Mori");
}

#[test]
fn an_added_body_is_known() {
    let parser = Parser::builder()
        .add_rows(
            "organizations",
            "ZQC\tZephyr Quay Council\tregional\t-\t-\t-\tmade up\n",
        )
        .build()
        .expect("a good row");
    let article = parse(
        &parser,
        "The Zephyr Quay Council condemned the attack on Monday.",
    );
    assert_eq!(article.statements.len(), 1);
    let speaker = serde_json::to_value(&article.statements[0].speakers[0]).expect("JSON");
    assert_eq!(speaker["party"]["organization"], "ZQC");
}

#[test]
fn a_parser_with_rows_leaves_the_others_alone() {
    let text = "The Zephyr Quay Council condemned the attack on Monday.";
    let before = demarche::parse_article(text);
    let parser = Parser::builder()
        .add_rows(
            "organizations",
            "ZQC\tZephyr Quay Council\tregional\t-\t-\t-\tmade up\n",
        )
        .build()
        .expect("a good row");
    let _ = parse(&parser, text);
    assert_eq!(before, demarche::parse_article(text));
}

#[test]
fn a_reference_date_is_used_where_the_article_gives_none() {
    let text = "Japan and India held talks in Tokyo on the 18th.";
    let day = "2024-07-19".parse().expect("a date");
    let parser = Parser::builder().published(day).build().expect("a parser");
    let when = parse(&parser, text).meetings[0]
        .when
        .clone()
        .expect("a date");
    assert_eq!(
        when.start.map(|d| d.to_string()).as_deref(),
        Some("2024-07-18")
    );
    let when = demarche::parse_article(text).expect("an article").meetings[0]
        .when
        .clone();
    assert!(when.is_none_or(|w| w.start.is_none()));
}

#[test]
fn an_added_abbreviation_is_known() {
    let text = "Mori met Sardok. Nair of India in Tokyo. The talks ended.";
    let sentences = |parser: &Parser| demarche::bench::sentences(parser, text).1.len();
    assert_eq!(sentences(&Parser::default()), 3);
    let parser = Parser::builder()
        .add_rows("abbreviations", "Sardok.\ttitle\t-\tmade up\n")
        .build()
        .expect("a good row");
    assert_eq!(sentences(&parser), 2);
    let error = Parser::builder()
        .add_rows("abbreviations", "Sardok.\tfish\t-\t-\n")
        .build()
        .expect_err("no kind of abbreviation");
    assert_eq!(error.column(), Some(2));
}

#[test]
fn a_body_is_taken_out_with_its_treaties() {
    for body in ["PLO", "FMLN", "UNITA", "EU", "-"] {
        let parser = Parser::builder().remove_rows("organizations", body).build();
        assert!(parser.is_ok(), "{body}: {:?}", parser.err());
    }
    let unknown = Parser::builder()
        .add_rows("treaties", "Quay\tPER; ZQX\tmade up\n")
        .build();
    assert_eq!(unknown.expect_err("no such body").table(), "treaties");
}
