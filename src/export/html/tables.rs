//! The records as tables beside the text.

use super::marks::{Kind, Mark, Record};
use super::time;
use crate::export::text::escape;
use crate::export::words;
use crate::model::{Article, When};
use std::collections::HashSet;
use std::fmt::Write;

/// Writes all tables.
pub(super) fn all(page: &mut String, article: &Article, marks: &[Mark]) {
    let marked: HashSet<(Kind, usize)> = marks
        .iter()
        .filter(|m| m.kind != Kind::Date)
        .map(|m| (m.record.kind, m.record.index))
        .collect();
    let mut tables = Tables { page, marked };
    tables.officials(article);
    tables.meetings(article);
    tables.statements(article);
    tables.agreements(article);
    if article.warnings.is_empty() {
        return;
    }
    page.push_str("<section aria-labelledby=\"warnings\"><h2 id=\"warnings\">Warnings</h2><ul>\n");
    for warning in &article.warnings {
        let _ = writeln!(page, "<li>{}</li>", escape(&warning.message));
    }
    page.push_str("</ul></section>\n");
}

struct Tables<'p> {
    page: &'p mut String,
    marked: HashSet<(Kind, usize)>,
}

impl Tables<'_> {
    fn table(&mut self, id: &str, title: &str, columns: &[&str], rows: Vec<(Record, Vec<String>)>) {
        if rows.is_empty() {
            return;
        }
        let _ = write!(
            self.page,
            "<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title}</h2>\n\
             <div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"{id}\"><table>\n<thead><tr><th scope=\"col\">No.</th>"
        );
        for column in columns {
            let _ = write!(self.page, "<th scope=\"col\">{column}</th>");
        }
        self.page.push_str("</tr></thead>\n<tbody>\n");
        for (record, cells) in rows {
            let (id, label) = (record.id(), record.label());
            let number = if self.marked.contains(&(record.kind, record.index)) {
                format!(
                    "<a class=\"c {}\" href=\"#r{id}\" aria-label=\"{label}, back to the text\">{label}</a>",
                    record.kind.class()
                )
            } else {
                format!("<span class=\"c {}\">{label}</span>", record.kind.class())
            };
            let _ = write!(self.page, "<tr id=\"{id}\"><th scope=\"row\">{number}</th>");
            for cell in cells {
                let _ = write!(self.page, "<td>{cell}</td>");
            }
            self.page.push_str("</tr>\n");
        }
        self.page.push_str("</tbody></table></div></section>\n");
    }

    fn officials(&mut self, article: &Article) {
        let rows = article.officials.iter().enumerate().map(|(index, o)| {
            let side = words::side(o).map(escape).unwrap_or_default();
            let cells = vec![escape(&o.name), escape(&words::post(o)), side];
            (
                Record {
                    kind: Kind::Official,
                    index,
                },
                cells,
            )
        });
        let columns = ["Name", "Post", "For"];
        self.table("officials", "Officials", &columns, rows.collect());
    }

    fn meetings(&mut self, article: &Article) {
        let rows = article.meetings.iter().enumerate().map(|(index, m)| {
            let title = escape(&words::meeting(m));
            let people = escape(&words::people(article, &m.participants));
            let topics = escape(&m.topics.join("; "));
            let mut what = title;
            for (class, more) in [("who", people), ("about", topics)] {
                if !more.is_empty() {
                    let _ = write!(what, "<small class=\"{class}\">{more}</small>");
                }
            }
            let place = m.place.as_ref().map(words::place).unwrap_or_default();
            let cells = vec![
                what,
                words::meeting_status(m.status).to_owned(),
                date(m.when.as_ref()),
                escape(&place),
            ];
            (
                Record {
                    kind: Kind::Meeting,
                    index,
                },
                cells,
            )
        });
        let columns = ["What", "Status", "When", "Where"];
        self.table("meetings", "Meetings", &columns, rows.collect());
    }

    fn statements(&mut self, article: &Article) {
        let rows = article.statements.iter().enumerate().map(|(index, s)| {
            let cells = vec![
                escape(&words::speakers(article, s)),
                words::act(s.act).to_owned(),
                format!(
                    "{}<small>{}</small>",
                    escape(&s.text),
                    escape(&about(
                        words::form(s.form),
                        &words::parties(&s.targets),
                        s.channel.as_deref()
                    ))
                ),
            ];
            (
                Record {
                    kind: Kind::Statement,
                    index,
                },
                cells,
            )
        });
        let columns = ["Who", "Act", "Words"];
        self.table("statements", "Statements", &columns, rows.collect());
    }

    fn agreements(&mut self, article: &Article) {
        let rows = article.agreements.iter().enumerate().map(|(index, a)| {
            let instrument = a.instrument.as_ref().map(|i| {
                let kind = words::instrument_kind(i.kind);
                let name = if a.text.contains(&i.name) {
                    ""
                } else {
                    &i.name
                };
                format!("<small>{kind} {}</small>", escape(name))
            });
            let cells = vec![
                escape(&words::parties(&a.parties)),
                words::agreement_status(a.status).to_owned(),
                format!("{}{}", escape(&a.text), instrument.unwrap_or_default()),
                date(a.when.as_ref()),
            ];
            (
                Record {
                    kind: Kind::Agreement,
                    index,
                },
                cells,
            )
        });
        let columns = ["Sides", "Status", "What", "When"];
        self.table("agreements", "Agreements", &columns, rows.collect());
    }
}

fn date(date: Option<&When>) -> String {
    date.map(time).unwrap_or_default()
}

/// "quoted; about Kenya; joint statement".
fn about(form: &str, targets: &str, channel: Option<&str>) -> String {
    let mut words = form.to_owned();
    if !targets.is_empty() {
        let _ = write!(words, "; about {targets}");
    }
    if let Some(channel) = channel {
        let _ = write!(words, "; {channel}");
    }
    words
}
