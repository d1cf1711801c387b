//! Reporting clauses → statements.

use super::meeting::Told;
use super::{Ids, Material, add, occasion, target};
use crate::grammar::{Boxed, MentionId, StatementFact};
use crate::lexicon::QuickHasher;
use crate::model::{Meeting, Speaker, Statement, StatementForm, When};
use crate::resolve::{Entity, resolve_date};
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, RandomState};

/// The statements, in text order.
pub(super) fn statements(
    material: &Material<'_>,
    ids: &Ids,
    meetings: &[Meeting],
    mut facts: Boxed<StatementFact>,
) -> Vec<Statement> {
    let occasions = Told::of(meetings);
    facts.sort_by_cached_key(|f| {
        (
            f.site.sentence.0,
            f.content.first().map_or(f.site.at, |c| c.0),
        )
    });
    let mut done: Vec<Statement> = Vec::with_capacity(facts.len());
    let mut told = ToldBefore::default();
    let mut last: Option<Last> = None;
    for fact in facts {
        let (speakers, form) = match speakers(material, ids, &fact, last.as_ref()) {
            Some(found) => found,
            None => continue,
        };
        if fact.rule == "statement.commitment" && speakers.len() > 1 {
            // Both sides "committed to" it together: an agreement.
            continue;
        }
        let quoted = fact.spoken || quoted_share(material, &fact) >= 0.5;
        let text = words(material, &fact);
        if text.is_empty() {
            continue;
        }
        // A quotation that directly goes on belongs to the record before.
        if fact.continues
            && let (Some(previous), Some(before)) = (&last, done.last_mut())
            && previous.paragraph + 1 >= fact.site.paragraph
            && previous.quoted
        {
            last = Some(Last {
                paragraph: fact.site.paragraph,
                speakers: before.speakers.clone(),
                quoted: true,
            });
            before.text.push(' ');
            before.text.push_str(&text);
            before
                .evidence
                .push(material.evidence(&fact.site, fact.rule));
            continue;
        }
        last = Some(Last {
            paragraph: fact.site.paragraph,
            speakers: speakers.clone(),
            quoted,
        });
        if !told.is_new(&done, &text, &speakers) {
            continue;
        }
        let when = fact.date.as_deref().map(|d| {
            let found = resolve_date(&material.calendar, d, fact.future);
            When::new(
                found.map(|f| f.0),
                found.map(|f| f.1),
                material.text(d.span),
            )
        });
        let own = target::sides(material, &fact);
        let targets = target::targets(material, &fact, &speakers, &own);
        done.push(Statement {
            speakers,
            form: match (form, quoted) {
                (StatementForm::Joint, _) => StatementForm::Joint,
                (_, true) => StatementForm::Quote,
                _ => StatementForm::Reported,
            },
            act: fact.act,
            text,
            targets,
            channel: fact.channel.map(|c| material.text(c)),
            when,
            meeting: occasion::occasion(material, meetings, &occasions, &fact.site),
            evidence: vec![material.evidence(&fact.site, fact.rule)],
        });
    }
    drop((told, last, occasions));
    done.shrink_to_fit();
    done
}

/// Texts told before, with their speakers: by their hash, which statement it was and
/// how long its text, to which more may have been added.
#[derive(Default)]
struct ToldBefore {
    hasher: RandomState,
    by_hash: HashMap<u64, (usize, usize), BuildHasherDefault<QuickHasher>>,
}

impl ToldBefore {
    /// Whether nobody has said so yet; notes it for the statement that comes next.
    fn is_new(&mut self, done: &[Statement], text: &str, speakers: &[Speaker]) -> bool {
        let mut key = self.hasher.hash_one((text, speakers));
        while let Some((at, len)) = self.by_hash.get(&key) {
            let same = |s: &Statement| s.text.get(..*len) == Some(text) && s.speakers == speakers;
            if done.get(*at).is_some_and(same) {
                return false;
            }
            key = key.wrapping_add(1);
        }
        self.by_hash.insert(key, (done.len(), text.len()));
        true
    }
}

/// Who spoke last, for quotations with nobody beside them.
struct Last {
    paragraph: u32,
    speakers: Vec<Speaker>,
    quoted: bool,
}

fn speakers(
    material: &Material<'_>,
    ids: &Ids,
    fact: &StatementFact,
    last: Option<&Last>,
) -> Option<(Vec<Speaker>, StatementForm)> {
    if fact.continues {
        let last = last?;
        let near = fact.site.paragraph <= last.paragraph + 1;
        return near.then(|| (last.speakers.clone(), StatementForm::Reported));
    }
    let mut found = Vec::with_capacity(fact.speakers.len());
    let mut form = StatementForm::Reported;
    for mention in &fact.speakers {
        one(material, ids, *mention, &mut found, &mut form);
    }
    if fact.speakers.is_empty() && fact.spoken {
        let voice = material.voices.at(fact.site.at);
        if let Entity::Officials(list) = &voice {
            if list.len() > 1 {
                form = StatementForm::Joint;
            }
            for id in list.iter().filter_map(|p| ids.id(*p)) {
                add(&mut found, Speaker::Official(id));
            }
        }
    }
    if form == StatementForm::Joint {
        found = of_sides(material, ids, found);
    }
    (!found.is_empty()).then_some((found, form))
}

/// Whoever speaks jointly with a state speaks as his own.
fn of_sides(material: &Material<'_>, ids: &Ids, speakers: Vec<Speaker>) -> Vec<Speaker> {
    if !speakers.iter().any(|s| matches!(s, Speaker::Party(_))) {
        return speakers;
    }
    let mut found = Vec::with_capacity(speakers.len());
    for speaker in speakers {
        let side = match &speaker {
            Speaker::Official(id) => ids.person(*id).and_then(|p| material.party_of(p)),
            _ => None,
        };
        add(&mut found, side.map_or(speaker, Speaker::Party));
    }
    found
}

fn one(
    material: &Material<'_>,
    ids: &Ids,
    mention: MentionId,
    found: &mut Vec<Speaker>,
    form: &mut StatementForm,
) {
    match material.entity(mention) {
        Entity::Officials(list) => {
            if list.len() > 1 && is_first_person(material, mention) {
                *form = StatementForm::Joint;
            }
            for person in list {
                if let Some(id) = ids.id(*person) {
                    add(found, Speaker::Official(id));
                }
            }
        }
        Entity::Parties(list) => {
            // "The Government is committed": whoever issues the text for it.
            let issuers = match list.as_slice() {
                [one] => material.voices.speaks_for(one, material.people),
                _ => None,
            };
            if let Some(issuers) = issuers {
                for id in issuers.iter().filter_map(|p| ids.id(*p)) {
                    add(found, Speaker::Official(id));
                }
                return;
            }
            if list.len() > 1 {
                *form = StatementForm::Joint;
            }
            for party in list {
                add(found, Speaker::Party(party.clone()));
            }
        }
        Entity::Joint(list) => {
            *form = StatementForm::Joint;
            for party in list {
                add(found, Speaker::Party(party.clone()));
            }
        }
        Entity::Source { span, .. } => add(found, Speaker::Source(material.text(*span))),
        Entity::Outsider | Entity::Nothing => {}
    }
}

/// "I", "we"
fn is_first_person(material: &Material<'_>, mention: MentionId) -> bool {
    let mention = material.heard.get(mention.0 as usize);
    mention.is_some_and(|m| m.first_person)
}

/// How much of the words stands in quotation marks.
fn quoted_share(material: &Material<'_>, fact: &StatementFact) -> f64 {
    let mut all = 0u32;
    let mut inside = 0u32;
    let quotes = material.quotes;
    for span in &fact.content {
        all += span.1.saturating_sub(span.0);
        let first = quotes.partition_point(|q| q.outer.end <= span.0);
        for quote in quotes.iter().skip(first) {
            if quote.outer.start >= span.1 {
                break;
            }
            if quote.nested {
                continue;
            }
            inside += quote
                .outer
                .end
                .min(span.1)
                .saturating_sub(quote.outer.start.max(span.0));
        }
    }
    if all == 0 {
        0.0
    } else {
        f64::from(inside) / f64::from(all)
    }
}

/// The words, verbatim, without the marks around a whole quotation.
fn words(material: &Material<'_>, fact: &StatementFact) -> String {
    let mut out = String::new();
    for span in &fact.content {
        let text = material.line(*span);
        let text = unquote(&text);
        if text.is_empty() {
            continue;
        }
        if out.is_empty() {
            out.reserve_exact(text.len());
        } else {
            out.push(' ');
        }
        out.push_str(text);
    }
    out
}

/// Takes off quotation marks that stand around the whole.
fn unquote(text: &str) -> &str {
    let marks: &[char] = &['"', '“', '”', '„', '«', '»', '‘', '’', '\'', '`'];
    let inner = text.trim();
    let Some(rest) = inner.strip_prefix(marks) else {
        return inner;
    };
    let body = rest.trim_end_matches(marks);
    if body.contains(['“', '”', '"']) {
        inner
    } else {
        body.trim()
    }
}
