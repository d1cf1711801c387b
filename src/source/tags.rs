//! What the names of elements, classes and metadata mean.

use super::markup::Facts;
use super::timestamp::Label;
use std::ops::Range;

/// A hash of an element's name.
pub(super) fn hash(name: &[u8]) -> u64 {
    name.iter().fold(0xcbf2_9ce4_8422_2325, |h, b| {
        (h ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3)
    })
}

/// Whether a name is in a list.
pub(super) fn is(name: &[u8], list: &[&str]) -> bool {
    list.iter().any(|known| known.as_bytes() == name)
}

/// Elements without content.
pub(super) const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];
/// Elements whose text is not read.
pub(super) const SKIPPED: [&str; 41] = [
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "nav",
    "button",
    "select",
    "iframe",
    "object",
    "video",
    "audio",
    "canvas",
    "dialog",
    "menu",
    "textarea",
    "head",
    "math",
    "topics",
    "places",
    "people",
    "orgs",
    "exchanges",
    "companies",
    "unknown",
    "mknote",
    "map",
    "datalist",
    "footer",
    "noframes",
    "applet",
    "docno",
    "docid",
    "extrainfo",
    "preamble",
    "fileid",
    "slug",
    "keyword",
    "first",
    "second",
    "doctype",
];
/// Elements that break no line.
pub(super) const INLINE: [&str; 34] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "label", "wbr", "img",
];
/// Classes of the main text, letters only.
pub(super) const ARTICLE: [&str; 22] = [
    "articlebody",
    "storybody",
    "entrycontent",
    "postcontent",
    "articlecontent",
    "storycontent",
    "newscontent",
    "contentbody",
    "articletext",
    "storytext",
    "newsbody",
    "postbody",
    "textbody",
    "articlemain",
    "newstext",
    "articledetail",
    "newsdetail",
    "storydetail",
    "pressreleasebody",
    "articleparagraph",
    "bodytext",
    "fulltext",
];
/// Words in the classes of what is not the article.
pub(super) const ASIDE: [&str; 38] = [
    "related",
    "recommend",
    "recommended",
    "share",
    "sharing",
    "social",
    "newsletter",
    "promo",
    "sidebar",
    "comments",
    "comment",
    "breadcrumb",
    "breadcrumbs",
    "menu",
    "navbar",
    "navigation",
    "nav",
    "footer",
    "cookie",
    "cookies",
    "consent",
    "advert",
    "advertisement",
    "ad",
    "ads",
    "tags",
    "popular",
    "trending",
    "mostread",
    "subscribe",
    "signup",
    "login",
    "widget",
    "copyright",
    "disclaimer",
    "pagination",
    "toolbar",
    "taboola",
];

/// What a `meta` name says of its date, if it is about one.
pub(super) fn moment_label(about: &str) -> Option<Label> {
    let joined: String = about.chars().filter(|c| c.is_alphanumeric()).collect();
    let published = [
        "articlepublishedtime",
        "pubdate",
        "publishdate",
        "publicationdate",
        "datepublished",
        "ogpublishedtime",
        "dcdateissued",
        "dctermsissued",
        "dctermscreated",
        "dctermsdate",
        "dcdatecreated",
        "dcdate",
        "parselypubdate",
        "sailthrudate",
        "date",
        "publishtime",
        "publisheddate",
        "articlepublished",
        "cxenseparserecspublishtime",
        "releasedate",
        "datecreated",
        "firstpublished",
        "articlecreated",
        "creationdate",
        "citationdate",
    ];
    if published.contains(&joined.as_str()) {
        return Some(Label::Published);
    }
    let updated = [
        "articlemodifiedtime",
        "ogupdatedtime",
        "datemodified",
        "lastmodified",
        "dctermsmodified",
        "lastmod",
    ];
    updated.contains(&joined.as_str()).then_some(Label::Updated)
}

/// The range of an attribute's value without quotation marks.
pub(super) fn unquoted(input: &str, range: &Range<usize>) -> Range<usize> {
    let text = input.get(range.clone()).unwrap_or_default();
    let lead = usize::from(text.starts_with(['"', '\'']));
    let tail = usize::from(text.len() > lead && text.ends_with(['"', '\'']));
    range.start + lead..range.end - tail
}

/// Reads the few facts that JSON-LD gives, without reading all of it.
pub(super) fn linked_data(json: &str, facts: &mut Facts) {
    for (key, label) in [
        ("\"datePublished\"", Label::Published),
        ("\"dateCreated\"", Label::Plain),
        ("\"dateModified\"", Label::Updated),
    ] {
        if let Some(value) = string_after(json, key) {
            facts.moment(value, label);
        }
    }
}

/// The string behind `key` and ":" in JSON.
pub(super) fn string_after<'j>(json: &'j str, key: &str) -> Option<&'j str> {
    let at = json.find(key)? + key.len();
    let rest = json.get(at..)?.trim_start().strip_prefix(':')?;
    let rest = rest.trim_start().strip_prefix('"')?;
    rest.get(..rest.find('"')?)
}
