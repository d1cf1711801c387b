//! Every span points at the words of the input that it claims.

mod common;

use common::flat::fold;
use demarche::{Article, Evidence, Span};

/// All evidence of all records, with what it is evidence for.
fn evidence(article: &Article) -> Vec<(String, &Evidence)> {
    let officials = article.officials.iter().map(|r| ("official", &r.evidence));
    let meetings = article.meetings.iter().map(|r| ("meeting", &r.evidence));
    let statements = article
        .statements
        .iter()
        .map(|r| ("statement", &r.evidence));
    let agreements = article
        .agreements
        .iter()
        .map(|r| ("agreement", &r.evidence));
    let records = officials
        .chain(meetings)
        .chain(statements)
        .chain(agreements);
    let all = records.flat_map(|(kind, list)| list.iter().map(move |e| (kind.to_owned(), e)));
    all.collect()
}

/// The words at `span`, which must lie inside and on character boundaries.
#[track_caller]
fn slice<'a>(input: &'a str, span: Span, what: &str) -> &'a str {
    let words = input.get(span.range());
    words.unwrap_or_else(|| panic!("{what}: {span:?} is no span of the input"))
}

#[test]
fn evidence_lies_inside_and_names_its_rule() {
    for text in common::articles() {
        let article = demarche::parse_article(&text.text).expect("an article");
        for (kind, evidence) in evidence(&article) {
            let what = format!("{}: {kind}", text.name);
            assert!(
                !slice(&text.text, evidence.span, &what).trim().is_empty(),
                "{what}"
            );
            assert!(
                evidence.rule.contains('.'),
                "{what}: rule {:?}",
                evidence.rule
            );
        }
        for warning in &article.warnings {
            if let Some(span) = warning.span {
                slice(&text.text, span, &text.name);
            }
        }
    }
}

#[test]
fn no_record_without_evidence() {
    for text in common::articles() {
        let article = demarche::parse_article(&text.text).expect("an article");
        assert!(
            article.officials.iter().all(|r| !r.evidence.is_empty()),
            "{}",
            text.name
        );
        assert!(
            article.meetings.iter().all(|r| !r.evidence.is_empty()),
            "{}",
            text.name
        );
        assert!(
            article.statements.iter().all(|r| !r.evidence.is_empty()),
            "{}",
            text.name
        );
        assert!(
            article.agreements.iter().all(|r| !r.evidence.is_empty()),
            "{}",
            text.name
        );
    }
}

#[test]
fn an_official_is_named_in_the_evidence() {
    for text in common::articles() {
        let article = demarche::parse_article(&text.text).expect("an article");
        for official in &article.officials {
            let words: Vec<_> = official
                .evidence
                .iter()
                .map(|e| fold(slice(&text.text, e.span, &official.name)).to_lowercase())
                .collect();
            let name = fold(&official.name).to_lowercase();
            let named = name
                .split(' ')
                .any(|part| words.iter().any(|w| w.contains(part)));
            assert!(named, "{}: {} not in {words:?}", text.name, official.name);
        }
    }
}

#[test]
fn a_statement_is_told_in_its_evidence() {
    for text in common::articles() {
        let article = demarche::parse_article(&text.text).expect("an article");
        for statement in &article.statements {
            let told = statement
                .evidence
                .iter()
                .map(|e| slice(&text.text, e.span, &statement.text));
            let told = fold(&told.collect::<Vec<_>>().join(" "));
            let first = fold(&statement.text);
            let first = first
                .split(' ')
                .find(|w| w.chars().all(char::is_alphabetic));
            let first = first.unwrap_or_default();
            assert!(told.contains(first), "{}: {:?}", text.name, statement.text);
        }
    }
}

/// Cleaning moves bytes: marks, entities, soft hyphens and line ends that are
/// shorter or longer in the clean text must not shift what comes after them.
#[test]
fn spans_survive_cleaning() {
    let lead = "Japan\u{2019}s Foreign Minister Aiko Mori met reporters in Tokyo.";
    let disturbances = [
        "\u{feff}",
        "\r\n\r\n",
        "A&amp;B caf\u{e9} said so.\n\n",
        "so\u{ad}ft\u{a0}space here.\n\n",
        "``Quoted'' he said.\n\n",
        "\u{65}\u{301}tat \u{1f1ef}\u{1f1f5} \u{200b}zero.\n\n",
        "Share on Facebook\n\n2024-07-19\n\n",
    ];
    for disturbance in disturbances {
        let input = format!("{disturbance}{lead}");
        let article = demarche::parse_article(&input).expect("an article");
        let official = article.officials.iter().find(|o| o.name == "Aiko Mori");
        let official = official.unwrap_or_else(|| panic!("nobody found after {disturbance:?}"));
        let words = slice(&input, official.evidence[0].span, disturbance);
        assert!(
            words.contains("Aiko Mori"),
            "{words:?} after {disturbance:?}"
        );
    }
}

#[test]
fn ids_lead_to_their_records() {
    for text in common::articles() {
        let article = demarche::parse_article(&text.text).expect("an article");
        for (i, official) in article.officials.iter().enumerate() {
            assert_eq!(official.id.index(), i, "{}", text.name);
        }
        for (i, meeting) in article.meetings.iter().enumerate() {
            assert_eq!(meeting.id.index(), i, "{}", text.name);
            let known = meeting
                .participants
                .iter()
                .all(|id| article.official(*id).is_some());
            assert!(known, "{}: a participant who is no official", text.name);
        }
        let of_statements = article.statements.iter().filter_map(|s| s.meeting);
        let of_agreements = article.agreements.iter().filter_map(|a| a.meeting);
        for id in of_statements.chain(of_agreements) {
            assert!(article.meeting(id).is_some(), "{}: {id:?}", text.name);
        }
    }
}
