//! HTML, XHTML and SGML pages: tags become line breaks and marks, metadata
//! becomes facts, and the main text is told from the rest by its density.

use super::attributes;
use super::density::{Zone, choose};
use super::markup::Facts;
use super::sheet::{Breaks, Mark, Sheet};
use super::tags::{
    ARTICLE, ASIDE, INLINE, SKIPPED, VOID, hash, is, linked_data, moment_label, unquoted,
};
use super::timestamp::Label;
use html5gum::Span;
use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use std::convert::Infallible;
use std::ops::Range;

/// How far up an end tag looks for its start.
const REACH: usize = 64;

/// What an open element hands on to what is inside it.
#[derive(Debug, Clone, Copy, Default)]
struct Context {
    zone: Zone,
    /// Its text is not read.
    skip: bool,
    mark: Mark,
    link: bool,
    pre: bool,
    paragraph: bool,
}

/// An open element.
struct Open {
    name: u64,
    context: Context,
}

/// A start tag being read.
#[derive(Default)]
struct Tag {
    name: Vec<u8>,
    start: usize,
    attribute: Vec<u8>,
    /// `class`, `id` and `itemprop`, in lower case.
    labels: Vec<u8>,
    /// What a `meta` element is about: `name`, `property`, `itemprop`, `http-equiv`.
    about: Vec<u8>,
    content: Option<(Vec<u8>, Range<usize>)>,
    datetime: Option<Vec<u8>>,
    json: bool,
    /// `style="display:none"`
    hidden: bool,
}

/// The reader: writes to the sheet as tags come.
struct Reader<'s, 'a> {
    sheet: &'s mut Sheet<'a>,
    facts: &'s mut Facts,
    tag: Tag,
    stack: Vec<Open>,
    /// Where the text since the last tag starts.
    text: usize,
    /// How line breaks are read outside of paragraphs.
    breaks: Breaks,
    /// The script being read holds JSON-LD.
    json: bool,
    /// One zone a line written so far.
    zones: Vec<Zone>,
    offset: usize,
}

/// Reads the markup from `start` on.
pub(super) fn read(sheet: &mut Sheet<'_>, start: usize, breaks: Breaks, facts: &mut Facts) {
    let input = sheet.input;
    let text = attributes::readable(input.get(start..).unwrap_or_default());
    let zones = vec![Zone::Open; sheet.lines.len()];
    let mut reader = Reader {
        sheet,
        facts,
        tag: Tag::default(),
        stack: Vec::new(),
        text: start,
        breaks,
        json: false,
        zones,
        offset: start,
    };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        reader.event(&event, span);
        None::<Infallible>
    });
    emitter.naively_switch_states(true);
    // A string is read without fail.
    let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
    reader.finish();
}

impl Reader<'_, '_> {
    /// Takes the next event of the tokenizer.
    fn event(&mut self, event: &CallbackEvent<'_>, span: Span<usize>) {
        let (start, end) = (self.offset + span.start, self.offset + span.end);
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.flush(start);
                self.tag = Tag {
                    name: name.to_ascii_lowercase(),
                    start,
                    ..Tag::default()
                };
            }
            CallbackEvent::AttributeName { name } => {
                self.tag.attribute = name.to_ascii_lowercase();
            }
            CallbackEvent::AttributeValue { value } => self.attribute(value, start..end),
            CallbackEvent::CloseStartTag { self_closing } => {
                self.text = end;
                self.open(*self_closing);
            }
            CallbackEvent::EndTag { name } => {
                self.flush(start);
                self.text = end;
                self.close(&name.to_ascii_lowercase(), start);
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } => {
                self.flush(start);
                self.text = end;
            }
            CallbackEvent::String { .. } | CallbackEvent::Error(_) => {}
        }
    }

    /// Writes what is left, and chooses the main text.
    fn finish(mut self) {
        let end = self.sheet.input.len();
        self.flush(end);
        self.sheet.end_block(end);
        self.note_zones();
        // Where line breaks count, lines are too short to be weighed.
        if self.breaks == Breaks::Flow {
            choose(self.sheet, &self.zones);
        }
    }
}

impl Reader<'_, '_> {
    fn context(&self) -> Context {
        self.stack
            .last()
            .map(|open| open.context)
            .unwrap_or_default()
    }

    /// Writes the text up to `end`.
    fn flush(&mut self, end: usize) {
        let range = self.text..end.max(self.text);
        self.text = range.end;
        if range.is_empty() {
            return;
        }
        let context = self.context();
        if context.skip {
            if self.json {
                linked_data(self.sheet.input.get(range).unwrap_or_default(), self.facts);
            }
            return;
        }
        let breaks = if context.pre {
            Breaks::Lines
        } else if context.paragraph && self.breaks == Breaks::Flow {
            Breaks::Spaces
        } else {
            self.breaks
        };
        let before = self.sheet.text.len();
        if context.mark != Mark::Plain && self.sheet.at_start() {
            self.sheet.mark(context.mark);
        }
        self.sheet.copy(range, breaks);
        if context.link {
            let written = self.sheet.text.len() - before;
            self.sheet.linked(written);
        }
        // Lines that the text itself ended.
        while self.zones.len() < self.sheet.lines.len() {
            self.zones.push(context.zone);
        }
    }

    /// Ends the line being written, before the context changes.
    fn end_line(&mut self, at: usize) {
        self.sheet.end_block(at);
        self.note_zones();
    }

    fn note_zones(&mut self) {
        let zone = self.context().zone;
        while self.zones.len() < self.sheet.lines.len() {
            self.zones.push(zone);
        }
    }

    fn attribute(&mut self, value: &[u8], range: Range<usize>) {
        match self.tag.attribute.as_slice() {
            b"class" | b"id" | b"itemprop" | b"role" => {
                self.tag.labels.extend(value.to_ascii_lowercase());
                self.tag.labels.push(b' ');
                if self.tag.attribute == b"itemprop" {
                    self.tag.about = value.to_ascii_lowercase();
                }
            }
            b"name" | b"property" | b"http-equiv" => self.tag.about = value.to_ascii_lowercase(),
            b"content" => self.tag.content = Some((value.to_vec(), range)),
            b"style" => {
                let value = value.to_ascii_lowercase();
                let none = |w: &[u8]| w == b"display:none" || w == b"display: none";
                self.tag.hidden = value.split(|b| *b == b';').any(|w| none(w.trim_ascii()));
            }
            b"datetime" => self.tag.datetime = Some(value.to_vec()),
            b"type" => self.tag.json = value.eq_ignore_ascii_case(b"application/ld+json"),
            _ => {}
        }
    }

    /// A start tag is complete.
    fn open(&mut self, self_closing: bool) {
        let tag = std::mem::take(&mut self.tag);
        let name = tag.name.as_slice();
        if name == b"meta" {
            self.meta(&tag);
            return;
        }
        if name == b"time" || tag.datetime.is_some() {
            self.time(&tag);
        }
        let inline = is(name, &INLINE);
        if name == b"br" {
            self.sheet.end_line(tag.start);
            self.note_zones();
            return;
        }
        if name == b"p" && self.stack.last().is_some_and(|o| o.name == hash(b"p")) {
            self.end_line(tag.start);
            self.stack.pop();
        }
        let context = self.inside(&tag);
        let apart = context.mark != self.context().mark && context.mark == Mark::Dateline;
        if !inline || apart {
            self.end_line(tag.start);
        }
        if is(name, &VOID) || self_closing {
            return;
        }
        self.json = name == b"script" && tag.json;
        self.stack.push(Open {
            name: hash(name),
            context,
        });
    }

    /// What an element hands on.
    fn inside(&self, tag: &Tag) -> Context {
        let mut context = self.context();
        let name = tag.name.as_slice();
        context.skip = context.skip && name != b"title" || is(name, &SKIPPED) || tag.hidden;
        match name {
            // Wire copy calls its headline "head".
            b"head" if self.breaks == Breaks::Lines => {
                context.skip = false;
                context.mark = Mark::Title;
            }
            b"hl" | b"headline" => context.mark = Mark::Title,
            b"title" => {
                context.skip = self
                    .stack
                    .iter()
                    .rev()
                    .take(REACH)
                    .any(|o| o.name == hash(b"svg"));
                context.mark = Mark::Title;
            }
            b"h1" => context.mark = Mark::Heading(1),
            b"h2" => context.mark = Mark::Heading(2),
            b"h3" | b"h4" | b"h5" | b"h6" => context.mark = Mark::Heading(3),
            b"figcaption" | b"caption" | b"figure" => context.mark = Mark::Caption,
            b"li" => context.mark = Mark::Item,
            b"author" | b"byline" => context.mark = Mark::Byline,
            b"dateline" => context.mark = Mark::Dateline,
            b"dct" => context.mark = Mark::Time,
            b"date" | b"time" | b"datetime" | b"date_time" => context.mark = Mark::Time,
            b"article" | b"main" if context.zone == Zone::Open => context.zone = Zone::Article,
            b"aside" => context.zone = Zone::Aside,
            b"a" => context.link = true,
            b"pre" => context.pre = true,
            b"p" => context.paragraph = true,
            b"body" | b"html" => return Context::default(),
            _ => {}
        }
        self.labelled(tag, &mut context);
        context
    }

    /// What `class`, `id` and `itemprop` say.
    fn labelled(&self, tag: &Tag, context: &mut Context) {
        let labels = std::str::from_utf8(&tag.labels).unwrap_or_default();
        let (mut article, mut aside) = (tag.name == b"main", false);
        for label in labels.split_whitespace().take(24) {
            let joined: String = label.chars().filter(|c| c.is_alphanumeric()).collect();
            article |= ARTICLE.iter().any(|known| joined.contains(known));
            if joined.ends_with("articlelocation") || joined.ends_with("dateline") {
                context.mark = Mark::Dateline;
            }
            if joined == "headline" && context.mark == Mark::Plain {
                context.mark = Mark::Heading(1);
            }
            // "no-sidebar", "with-sidebar" speak of the layout.
            let mut words = label.split(['-', '_']).filter(|w| !w.is_empty());
            let layout = ["no-", "has-", "with-", "without-"];
            let layout = layout.iter().any(|start| label.starts_with(start));
            aside |= !layout && words.clone().any(|w| ASIDE.contains(&w));
            if words.any(|w| matches!(w, "caption" | "figcaption" | "credit" | "credits")) {
                context.mark = Mark::Caption;
            }
        }
        let container = matches!(tag.name.as_slice(), b"article" | b"p");
        if article {
            context.zone = Zone::Article;
        } else if aside && !container {
            context.zone = Zone::Aside;
        }
    }

    /// An end tag: closes the nearest element of its name.
    fn close(&mut self, name: &[u8], at: usize) {
        let inline = is(name, &INLINE);
        let key = hash(name);
        let dateline = self.context().mark == Mark::Dateline;
        if !inline || dateline && self.stack.last().is_some_and(|o| o.name == key) {
            self.end_line(at);
        }
        let depth = self
            .stack
            .iter()
            .rev()
            .take(REACH)
            .position(|o| o.name == key);
        if let Some(depth) = depth {
            self.stack.truncate(self.stack.len() - depth - 1);
        }
        if name == b"script" {
            self.json = false;
        }
    }

    /// `<meta>`: time of publication, title, author, site.
    fn meta(&mut self, tag: &Tag) {
        let Some((value, range)) = &tag.content else {
            return;
        };
        let about = std::str::from_utf8(&tag.about).unwrap_or_default();
        let Ok(value) = std::str::from_utf8(value) else {
            return;
        };
        match about {
            "og:title" => self.facts.title = Some(unquoted(self.sheet.input, range)),
            "og:site_name" | "application-name" => {
                self.facts
                    .outlet
                    .get_or_insert_with(|| value.trim().to_owned());
            }
            "author" | "article:author" | "byl" | "dc.creator" | "parsely-author" => {
                self.facts.byline(value);
            }
            _ => {
                if let Some(label) = moment_label(about) {
                    self.facts.moment(value, label);
                }
            }
        }
    }

    /// `<time datetime="…">`
    fn time(&mut self, tag: &Tag) {
        let Some(value) = tag
            .datetime
            .as_deref()
            .and_then(|v| std::str::from_utf8(v).ok())
        else {
            return;
        };
        let context = self.context();
        if context.zone == Zone::Aside || context.skip {
            return;
        }
        let labels = std::str::from_utf8(&tag.labels).unwrap_or_default();
        let label = if labels.contains("modif") || labels.contains("updat") {
            Label::Updated
        } else if labels.contains("publi") {
            Label::Published
        } else {
            Label::Plain
        };
        self.facts.moment(value, label);
    }
}
