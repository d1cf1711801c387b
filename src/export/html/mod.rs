//! One page to look at: the article with its records marked in their place.
//!
//! The page is a single file without scripts, and it may load nothing: its
//! content security policy allows its own style sheet and no more, and all text
//! of the article is escaped. It follows the reader's light or dark setting,
//! works with the keyboard and with screen readers, and prints.
//!
//! Hovering over a mark, or moving to it with the Tab key, shows the record;
//! following it leads to the record's row, whose number leads back.

mod marks;
mod render;
mod tables;

use super::text::{escape, when};
use super::{timeline, words};
use crate::model::{Article, When};
use std::fmt::Write;

/// The page of an article; `input` is the string given to the parser.
///
/// With another string, or none (`""`), the page has its tables, and no marks
/// in the text.
///
/// ```
/// use demarche::export::html;
/// # fn main() -> Result<(), demarche::ParseError> {
/// let input = "Japan and India held talks in Tokyo on July 18, 2024.";
/// let article = demarche::parse_article(input)?;
/// let page = html::page(&article, input);
/// assert!(page.starts_with("<!doctype html>"));
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn page(article: &Article, input: &str) -> String {
    let title = article.headline.as_deref().unwrap_or("Untitled article");
    let title = escape(title);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n\
         <link rel=\"icon\" href=\"data:,\">\n\
         <title>{title}</title>\n<style>\n{}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#records\">Skip to the records</a>\n",
        include_str!("style.css")
    );
    let marks = marks::find(article, input);
    page.push_str("<header>\n");
    head(&mut page, article, &title);
    let timeline = timeline::for_page(article);
    key(&mut page, article, timeline.is_some());
    page.push_str("</header>\n<div class=\"cols\">\n<main id=\"text\" aria-label=\"Article\">\n");
    render::body(&mut page, article, &marks);
    page.push_str("</main>\n<aside id=\"records\" aria-label=\"Records\">\n");
    tables::all(&mut page, article, &marks);
    page.push_str("</aside>\n</div>\n");
    if let Some(svg) = timeline {
        let _ = write!(
            page,
            "<section aria-labelledby=\"timeline\"><h2 id=\"timeline\">Timeline</h2>\n\
             <div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"timeline\">{svg}</div>\n\
             <p class=\"meta\">{}</p></section>\n",
            timeline::KEY
        );
    }
    page.push_str("</body>\n</html>\n");
    page
}

/// Headline, decks, and the line of outlet, byline, place and date.
fn head(page: &mut String, article: &Article, title: &str) {
    let _ = writeln!(page, "<h1>{title}</h1>");
    for deck in &article.subheads {
        let _ = writeln!(page, "<p class=\"deck\">{}</p>", escape(deck));
    }
    let place = article.dateline.as_ref().map(|d| words::place(&d.place));
    let published = article.published.map(|p| p.to_string().replace('T', " "));
    let parts: Vec<String> = [
        article.outlet.as_deref(),
        article.byline.as_deref(),
        place.as_deref(),
        published.as_deref(),
    ]
    .into_iter()
    .flatten()
    .filter(|part| !part.is_empty())
    .map(escape)
    .collect();
    if !parts.is_empty() {
        let _ = writeln!(page, "<p class=\"meta\">{}</p>", parts.join(" · "));
    }
}

/// What the marks mean, with the number of records of each kind.
fn key(page: &mut String, article: &Article, timeline: bool) {
    page.push_str("<nav aria-label=\"Records\"><ul class=\"key\">\n");
    for (class, title, id, count) in [
        ("o", "officials", "officials", article.officials.len()),
        ("m", "meetings", "meetings", article.meetings.len()),
        ("s", "statements", "statements", article.statements.len()),
        ("g", "agreements", "agreements", article.agreements.len()),
    ] {
        if count > 0 {
            let title = if count == 1 {
                title.trim_end_matches('s')
            } else {
                title
            };
            let _ = writeln!(
                page,
                "<li><a class=\"{class}\" href=\"#{id}\">{count} {title}</a></li>"
            );
        }
    }
    if timeline {
        page.push_str("<li><a class=\"d\" href=\"#timeline\">timeline</a></li>\n");
    }
    page.push_str("</ul></nav>\n");
}

/// A date, as a `<time>` element where it is one date.
fn time(date: &When) -> String {
    let words = escape(&when(date));
    match (date.start, date.end) {
        (Some(day), end) if end.is_none_or(|end| end == day) => {
            format!("<time datetime=\"{day}\">{words}</time>")
        }
        _ => words,
    }
}
