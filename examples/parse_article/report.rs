//! The report for people: one section a record type, aligned and wrapped.

use crate::layout::{Ink, Style, columns, pad, plain, wrap};
use demarche::{
    Agreement, AgreementStatus, Article, Evidence, Meeting, MeetingStatus, Official, OfficialId,
    Party, Place, Speaker, Statement, Tenure, When,
};
use serde::Serialize;
use std::fmt::Write;

/// Columns before the text of a record, and before a field's value.
const INDENT: usize = 4;
const FIELD: usize = INDENT + 10;
/// Gap between two columns of a table.
const GAP: usize = 2;
/// Records are often told many times; the report shows the first few.
const EVIDENCE_SHOWN: usize = 2;

/// Renders an article. `input` is the string it was read from; without it the
/// evidence is given by its offsets.
pub fn render(article: &Article, input: Option<&str>, title: Option<&str>, style: Style) -> String {
    let mut report = Report {
        article,
        input,
        style,
        out: String::new(),
    };
    if let Some(title) = title {
        report.line(0, Ink::Label, &format!("== {title}"));
    }
    report.page();
    report.officials();
    report.meetings();
    report.statements();
    report.agreements();
    report.warnings();
    report.out
}

struct Report<'a> {
    article: &'a Article,
    input: Option<&'a str>,
    style: Style,
    out: String,
}

impl Report<'_> {
    fn page(&mut self) {
        let article = self.article;
        let headline = article.headline.as_deref().unwrap_or("(no headline)");
        self.line(0, Ink::Title, headline);
        for subhead in &article.subheads {
            self.line(2, Ink::Evidence, subhead);
        }
        self.out.push('\n');
        self.optional(0, "published", article.published.map(|p| p.to_string()));
        self.optional(0, "outlet", article.outlet.clone());
        self.optional(0, "byline", article.byline.clone());
        let dateline = article.dateline.as_ref().map(|d| {
            let date = d.date.map(|date| format!(", {date}")).unwrap_or_default();
            format!("{}{date}", place(&d.place))
        });
        self.optional(0, "dateline", dateline);
    }

    fn officials(&mut self) {
        let article = self.article;
        self.section("Officials", article.officials.len());
        let rows: Vec<_> = article.officials.iter().map(official_cells).collect();
        let widths = self.widths(&rows);
        for (official, row) in article.officials.iter().zip(&rows) {
            self.row(official.id.index(), row, &widths);
            if !official.aliases.is_empty() {
                self.field(INDENT, "also", &official.aliases.join(" · "));
            }
            self.evidence(&official.evidence);
        }
    }

    fn meetings(&mut self) {
        self.section("Meetings", self.article.meetings.len());
        for meeting in &self.article.meetings {
            self.meeting(meeting);
        }
    }

    fn meeting(&mut self, m: &Meeting) {
        let ink = match m.status {
            MeetingStatus::Held | MeetingStatus::Ongoing => Ink::Good,
            MeetingStatus::Cancelled | MeetingStatus::Postponed => Ink::Bad,
            _ => Ink::Open,
        };
        let title = m.name.clone().unwrap_or_else(|| word(&m.kind));
        self.heading(m.id.index(), &title, ink, &word(&m.status));
        if m.name.is_some() {
            self.field(INDENT, "kind", &word(&m.kind));
        }
        self.optional(INDENT, "when", m.when.as_ref().map(when));
        self.optional(INDENT, "where", m.place.as_ref().map(place));
        self.list("sides", m.parties.iter().map(party));
        let people: Vec<_> = m.participants.iter().map(|id| self.name(*id)).collect();
        self.list("people", people.into_iter());
        self.list("topics", m.topics.iter().cloned());
        self.list("precedent", m.precedents.iter().map(|p| p.text.clone()));
        self.evidence(&m.evidence);
    }

    fn statements(&mut self) {
        self.section("Statements", self.article.statements.len());
        for (i, statement) in self.article.statements.iter().enumerate() {
            self.statement(i, statement);
        }
    }

    fn statement(&mut self, i: usize, s: &Statement) {
        let speakers: Vec<_> = s.speakers.iter().map(|s| self.speaker(s)).collect();
        let speakers = match speakers.is_empty() {
            true => "(speaker not given)".to_owned(),
            false => speakers.join(", "),
        };
        let act = format!("{} ({})", word(&s.act), word(&s.form));
        self.heading(i, &speakers, Ink::Open, &act);
        self.field(INDENT, "words", &s.text);
        self.list("about", s.targets.iter().map(party));
        self.optional(INDENT, "channel", s.channel.clone());
        self.optional(INDENT, "when", s.when.as_ref().map(when));
        let meeting = s.meeting.map(|id| format!("meeting {}", id.index()));
        self.optional(INDENT, "at", meeting);
        self.evidence(&s.evidence);
    }

    fn agreements(&mut self) {
        self.section("Agreements", self.article.agreements.len());
        for (i, agreement) in self.article.agreements.iter().enumerate() {
            self.agreement(i, agreement);
        }
    }

    fn agreement(&mut self, i: usize, a: &Agreement) {
        let ink = match a.status {
            AgreementStatus::Reached | AgreementStatus::Signed => Ink::Good,
            AgreementStatus::Broken => Ink::Bad,
            _ => Ink::Open,
        };
        let sides: Vec<_> = a.parties.iter().map(party).collect();
        let sides = match sides.is_empty() {
            true => "(sides not given)".to_owned(),
            false => sides.join(", "),
        };
        self.heading(i, &sides, ink, &word(&a.status));
        let instrument = a.instrument.as_ref();
        let instrument = instrument.map(|i| format!("{} ({})", i.name, word(&i.kind)));
        self.optional(INDENT, "document", instrument);
        self.field(INDENT, "words", &a.text);
        if a.commitments.len() > 1 {
            self.list("items", a.commitments.iter().cloned());
        }
        self.optional(INDENT, "when", a.when.as_ref().map(when));
        let meeting = a.meeting.map(|id| format!("meeting {}", id.index()));
        self.optional(INDENT, "at", meeting);
        self.evidence(&a.evidence);
    }

    fn warnings(&mut self) {
        if self.article.warnings.is_empty() {
            return;
        }
        self.section("Warnings", self.article.warnings.len());
        for warning in &self.article.warnings {
            self.line(INDENT, Ink::Open, &warning.message);
        }
    }
}

/// Pieces of the page.
impl Report<'_> {
    fn section(&mut self, name: &str, count: usize) {
        let title = self.style.paint(Ink::Section, &name.to_uppercase());
        let _ = writeln!(self.out, "\n{title} ({count})");
    }

    /// Text from column `indent` on, wrapped.
    fn line(&mut self, indent: usize, ink: Ink, text: &str) {
        for line in wrap(&plain(text), self.style.width.saturating_sub(indent)) {
            let line = self.style.paint(ink, &line);
            let _ = writeln!(self.out, "{:indent$}{line}", "");
        }
    }

    /// A record's first line: its number, what it is, and its status.
    fn heading(&mut self, number: usize, title: &str, ink: Ink, status: &str) {
        let room = self
            .style
            .width
            .saturating_sub(INDENT + GAP + columns(status));
        let lines = wrap(&plain(title), room);
        for (i, line) in lines.iter().enumerate() {
            let number = if i == 0 {
                format!("{number:>2}")
            } else {
                "  ".into()
            };
            let mut line = format!("{number}  {}", self.style.paint(Ink::Title, line));
            if i + 1 == lines.len() {
                let _ = write!(line, "  {}", self.style.paint(ink, status));
            }
            let _ = writeln!(self.out, "{line}");
        }
    }

    /// A labeled value; further lines hang under the value.
    fn field(&mut self, indent: usize, label: &str, value: &str) {
        let room = self.style.width.saturating_sub(FIELD);
        for (i, line) in wrap(&plain(value), room).iter().enumerate() {
            let label = pad(if i == 0 { label } else { "" }, FIELD - indent);
            let label = self.style.paint(Ink::Label, &label);
            let _ = writeln!(self.out, "{:indent$}{label}{line}", "");
        }
    }

    fn optional(&mut self, indent: usize, label: &str, value: Option<String>) {
        if let Some(value) = value {
            self.field(indent, label, &value);
        }
    }

    fn list(&mut self, label: &str, items: impl Iterator<Item = String>) {
        let items: Vec<_> = items.collect();
        if !items.is_empty() {
            self.field(INDENT, label, &items.join(" · "));
        }
    }

    /// The words that a record was read from, and the rule that read them.
    fn evidence(&mut self, evidence: &[Evidence]) {
        for piece in evidence.iter().take(EVIDENCE_SHOWN) {
            let words = self
                .input
                .and_then(|i| self.article.evidence_text(i, piece));
            let words = match words {
                Some(words) => plain(words),
                None => format!("bytes {}..{}", piece.span.start, piece.span.end),
            };
            self.bar(&format!("{words} [{}]", piece.rule));
        }
        if evidence.len() > EVIDENCE_SHOWN {
            self.bar(&format!("and {} more", evidence.len() - EVIDENCE_SHOWN));
        }
    }

    /// Text beside a bar, which sets the article's words apart from ours.
    fn bar(&mut self, text: &str) {
        for line in wrap(text, self.style.width.saturating_sub(INDENT + 2)) {
            let line = self.style.paint(Ink::Evidence, &format!("│ {line}"));
            let _ = writeln!(self.out, "{:INDENT$}{line}", "");
        }
    }

    /// Widths of the officials' columns: as wide as their widest cell, the post
    /// taking what is left of the line.
    fn widths(&self, rows: &[[String; 4]]) -> [usize; 4] {
        let widest = |i: usize| rows.iter().map(|r| columns(&r[i])).max().unwrap_or(0);
        let line = self.style.width.saturating_sub(INDENT + 3 * GAP);
        let cap = line / 4;
        let (name, of, kind) = (widest(0).min(cap), widest(2).min(cap), widest(3).min(cap));
        let post = widest(1).min(line.saturating_sub(name + of + kind));
        [name, post, of, kind]
    }

    /// One row of the officials' table, each cell wrapped in its column.
    fn row(&mut self, number: usize, cells: &[String; 4], widths: &[usize; 4]) {
        let cells: Vec<_> = cells.iter().zip(widths).map(|(c, w)| wrap(c, *w)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for i in 0..height {
            let mut line = if i == 0 {
                format!("{number:>2}  ")
            } else {
                " ".repeat(INDENT)
            };
            for (column, (cell, width)) in cells.iter().zip(widths).enumerate() {
                let text = pad(cell.get(i).map_or("", String::as_str), *width);
                let text = if column == 0 {
                    self.style.paint(Ink::Title, &text)
                } else {
                    text
                };
                line.push_str(&text);
                line.push_str(&" ".repeat(GAP));
            }
            let _ = writeln!(self.out, "{}", line.trim_end());
        }
    }

    fn name(&self, id: OfficialId) -> String {
        self.article
            .official(id)
            .map_or_else(String::new, |o| o.name.clone())
    }

    fn speaker(&self, speaker: &Speaker) -> String {
        match speaker {
            Speaker::Official(id) => self.name(*id),
            Speaker::Party(p) => party(p),
            Speaker::Source(words) => words.clone(),
            _ => String::new(),
        }
    }
}

/// Name, post, whom the official serves, kind of post.
fn official_cells(o: &Official) -> [String; 4] {
    let title = o.post.title.clone().unwrap_or_default();
    let post = [o.rank.clone().unwrap_or_default(), title].join(" ");
    let country = o.country.map(|c| c.name().to_owned());
    let of = [country, o.organization.as_ref().map(|o| o.key().to_owned())];
    let tenure = match o.tenure {
        Tenure::Incumbent => String::new(),
        other => format!(" ({})", word(&other)),
    };
    [
        plain(&o.name),
        plain(&post),
        of.into_iter().flatten().collect::<Vec<_>>().join(", "),
        word(&o.post.kind) + &tenure,
    ]
}

/// A side as people call it; a body by its acronym.
fn party(party: &Party) -> String {
    match party.country() {
        Some(country) => country.name().to_owned(),
        None => party.code().to_owned(),
    }
}

fn place(place: &Place) -> String {
    let country = place.country.map(|c| c.name().to_owned());
    let parts = [place.venue.clone(), place.city.clone(), country];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The days, and the words that name them; days told elsewhere have none.
fn when(when: &When) -> String {
    let days = match (when.start, when.end) {
        (Some(start), Some(end)) if start != end => format!("{start} to {end}"),
        (Some(day), _) | (None, Some(day)) => day.to_string(),
        (None, None) => String::new(),
    };
    match (days.is_empty(), when.text.is_empty()) {
        (_, true) => days,
        (true, _) => format!("“{}”", when.text),
        (false, _) => format!("{days} (“{}”)", when.text),
    }
}

/// An enum's name in JSON, with spaces: "head of state".
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name.replace('_', " "),
        _ => String::new(),
    }
}
