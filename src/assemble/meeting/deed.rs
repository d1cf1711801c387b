//! What the words of a rule say was done: arrived, left, came for, was attended by.

use crate::assemble::Material;
use crate::grammar::MeetingFact;
use crate::model::MeetingKind;

/// The words of the rule, and a few behind.
pub(super) fn verb_of<'a>(material: &Material<'a>, fact: &MeetingFact) -> &'a str {
    let (_, end) = fact.site.sentence;
    let words = material.context.slice((fact.site.at, end));
    let cut = words
        .match_indices(' ')
        .nth(2)
        .map_or(words.len(), |(at, _)| at);
    words.get(..cut).unwrap_or_default()
}

/// "The meeting was attended by", "the talks are mediated by"
pub(super) fn tells_who_was_there(material: &Material<'_>, fact: &MeetingFact) -> bool {
    const STEMS: [&str; 6] = [
        "attend",
        "facilitat",
        "mediat",
        "moderat",
        "chaired by",
        "hosted by",
    ];
    let told = verb_of(material, fact);
    STEMS.iter().any(|s| told.contains(s))
}

/// "arrived in Lima", "began a visit": told is how a visit begins.
pub(super) fn has_begun(material: &Material<'_>, fact: &MeetingFact) -> bool {
    fact.kind == MeetingKind::Visit && (opens(material, fact) || leaves_for(material, fact))
}

/// "left Lima for Quito", "headed for Lima": who has left is on his way.
fn leaves_for(material: &Material<'_>, fact: &MeetingFact) -> bool {
    const LEAVES: [&str; 5] = ["left", "departed", "headed", "embarked", "flew"];
    let first = verb_of(material, fact).split(' ').next();
    let away = fact.rule == "meeting.verb" && !fact.here;
    away && first.is_some_and(|w| LEAVES.contains(&w))
}

/// "arrived", "will begin", "kicked off": told is how it begins.
pub(super) fn opens(material: &Material<'_>, fact: &MeetingFact) -> bool {
    const FORMS: [&str; 23] = [
        "arrive", "arrives", "arrived", "arriving", "began", "begin", "begins", "begun", "kick",
        "kicked", "kicking", "kicks", "land", "landed", "lands", "open", "opened", "opens",
        "reached", "start", "started", "starts", "touched",
    ];
    let told = verb_of(material, fact);
    let mut words = told.split(|c: char| !c.is_alphabetic());
    words.any(|w| FORMS.iter().any(|f| w.eq_ignore_ascii_case(f)))
}

/// "arrived in Lima for talks", "arrived in Lima to meet Mori": what somebody has come for.
pub(super) fn is_purpose(material: &Material<'_>, fact: &MeetingFact) -> bool {
    const STEMS: [&str; 4] = ["arriv", "land", "left", "head"];
    let moves = |words: &str| {
        let mut words = words.split(' ');
        words.any(|w| STEMS.iter().any(|s| w.starts_with(s)))
    };
    let before = material.context.slice((fact.site.sentence.0, fact.site.at));
    let led = before.trim_end().ends_with(" for") && moves(before);
    let told = verb_of(material, fact);
    let carried = fact.rule == "meeting.light" && moves(told);
    let aimed = told.starts_with("to ") && moves(before);
    fact.kind != MeetingKind::Visit && (led || carried || aimed)
}
