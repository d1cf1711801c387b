//! The four formats, each article rendered to one string.

use crate::args::Format;
use crate::input::Reading;
use crate::layout::Style;
use crate::report;
use demarche::Article;
use serde::Serialize;

/// Renders articles one after the other, with what stands between them.
pub struct Output {
    format: Format,
    /// Several files: JSON becomes an array, reports get a title each.
    several: bool,
    written: usize,
    style: Style,
}

/// An article beside the file that it came from.
#[derive(Serialize)]
struct Named<'a> {
    file: &'a str,
    article: &'a Article,
}

impl Output {
    pub fn new(format: Format, several: bool) -> Self {
        Output {
            format,
            several,
            written: 0,
            style: Style::from_env(),
        }
    }

    /// The text to write for one article.
    ///
    /// # Errors
    /// A record that cannot be serialized.
    pub fn article(&mut self, reading: &Reading) -> serde_json::Result<String> {
        let article = &reading.article;
        let named = Named {
            file: &reading.file,
            article,
        };
        let text = match self.format {
            Format::Text => self.report(reading),
            Format::Json if self.several => format!(
                "{}{}",
                if self.written == 0 { "[\n" } else { ",\n" },
                serde_json::to_string_pretty(&named)?
            ),
            Format::Json => serde_json::to_string_pretty(article)? + "\n",
            Format::Ndjson => serde_json::to_string(&named)? + "\n",
            Format::Plover => events(article)?,
        };
        self.written += 1;
        Ok(text)
    }

    /// What closes the output after the last article.
    pub fn end(&self) -> String {
        match (self.format, self.several, self.written) {
            (Format::Json, true, 0) => "[]\n".into(),
            (Format::Json, true, _) => "\n]\n".into(),
            _ => String::new(),
        }
    }

    fn report(&self, reading: &Reading) -> String {
        let gap = if self.written > 0 { "\n" } else { "" };
        let title = self.several.then_some(reading.file.as_str());
        let report = report::render(&reading.article, reading.text.as_deref(), title, self.style);
        format!("{gap}{report}")
    }
}

/// The article's PLOVER events, one JSON object a line.
fn events(article: &Article) -> serde_json::Result<String> {
    let mut lines = String::new();
    for event in article.events() {
        lines.push_str(&serde_json::to_string(&event)?);
        lines.push('\n');
    }
    Ok(lines)
}
