//! The JSON Schema of an article's JSON.

use crate::model::Article;
use schemars::generate::SchemaSettings;

/// The JSON Schema (draft 2020-12) of an [`Article`] as serde writes it.
///
/// Every model type also implements `schemars::JsonSchema`, for schemas of
/// types that contain them.
///
/// ```
/// let schema = demarche::export::schema::article();
/// assert!(schema.contains("https://json-schema.org/draft/2020-12/schema"));
/// ```
#[must_use]
pub fn article() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<Article>();
    without_links(&format!("{:#}\n", schema.as_value()))
}

/// The text without the links of doc comments: "a link to `Article`".
fn without_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, piece) in text.split(concat!("](", "crate", "::")).enumerate() {
        let piece = match (i, piece.split_once(')')) {
            (0, _) | (_, None) => piece,
            (_, Some((_, rest))) => rest,
        };
        out.push_str(&piece.replace("[`", "`"));
    }
    out
}
