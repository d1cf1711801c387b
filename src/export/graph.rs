//! Who met whom: a graph of sides or officials, weighted by encounters.
//!
//! Counted are the encounters that took place. One that several articles tell
//! of counts once if they agree on kind, dates and sides.

use super::text::one_line;
use super::words;
use crate::model::{Article, Meeting, MeetingStatus};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write;

/// A graph of contacts; nodes and edges are sorted, so that the same articles
/// give the same graph.
///
/// ```
/// use demarche::export::graph::Graph;
/// # fn main() -> Result<(), demarche::ParseError> {
/// let article = demarche::parse_article("Japan and India held talks in Tokyo on July 18, 2024.")?;
/// let graph = Graph::of_parties([&article]);
/// for edge in &graph.edges {
///     println!("{} -- {}: {}", graph.nodes[edge.from], graph.nodes[edge.to], edge.weight);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Graph {
    /// Names of the nodes.
    pub nodes: Vec<String>,
    /// The contacts.
    pub edges: Vec<Edge>,
}

/// A contact between two nodes of a [`Graph`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edge {
    /// Index of the node that comes first in [`Graph::nodes`].
    pub from: usize,
    /// Index of the other node.
    pub to: usize,
    /// Number of encounters.
    pub weight: usize,
}

impl Graph {
    /// The states and organizations that met.
    #[must_use]
    pub fn of_parties<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        Graph::new(articles, |_, meeting| {
            let sides = meeting.parties.iter();
            sides.map(|p| words::party(p).to_owned()).collect()
        })
    }

    /// The officials who met, by name and side.
    ///
    /// ```
    /// use demarche::export::graph::Graph;
    /// # fn main() -> Result<(), demarche::ParseError> {
    /// let article = demarche::parse_article(
    ///     "TOKYO, July 18, 2024 -- Foreign Minister Aiko Mori met with Indian External Affairs Minister Ravi Nair in Tokyo on Thursday.",
    /// )?;
    /// println!("{}", Graph::of_officials([&article]).mermaid());
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn of_officials<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        Graph::new(articles, |article, meeting| {
            let people = meeting.participants.iter();
            let people = people.filter_map(|id| article.official(*id));
            let named = people.map(|o| match words::side(o) {
                Some(side) => format!("{} ({side})", o.name),
                None => o.name.clone(),
            });
            named.collect()
        })
    }

    fn new<'a>(
        articles: impl IntoIterator<Item = &'a Article>,
        names: impl Fn(&Article, &Meeting) -> Vec<String>,
    ) -> Self {
        let mut weights: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut told: HashSet<(String, BTreeSet<String>)> = HashSet::new();
        for article in articles {
            for meeting in article.meetings.iter().filter(|m| took_place(m)) {
                let names: BTreeSet<String> = names(article, meeting).into_iter().collect();
                if known(meeting).is_some_and(|known| !told.insert((known, names.clone()))) {
                    continue;
                }
                let names: Vec<String> = names.into_iter().collect();
                for (i, one) in names.iter().enumerate() {
                    for other in names.iter().skip(i + 1) {
                        *weights.entry((one.clone(), other.clone())).or_default() += 1;
                    }
                }
            }
        }
        let nodes: BTreeSet<&String> = weights.keys().flat_map(|(a, b)| [a, b]).collect();
        let nodes: Vec<String> = nodes.into_iter().cloned().collect();
        let edges = weights
            .iter()
            .filter_map(|((one, other), weight)| {
                Some(Edge {
                    from: nodes.binary_search(one).ok()?,
                    to: nodes.binary_search(other).ok()?,
                    weight: *weight,
                })
            })
            .collect();
        Graph { nodes, edges }
    }

    /// The graph in the DOT language of Graphviz.
    ///
    /// ```
    /// let graph = demarche::export::graph::Graph::default();
    /// assert_eq!(graph.dot(), "graph contacts {\n  node [shape=box, style=rounded];\n}\n");
    /// ```
    #[must_use]
    pub fn dot(&self) -> String {
        let mut dot = String::from("graph contacts {\n  node [shape=box, style=rounded];\n");
        for (i, name) in self.nodes.iter().enumerate() {
            let name = one_line(name).replace('\\', "\\\\").replace('"', "\\\"");
            let _ = writeln!(dot, "  n{i} [label=\"{name}\"];");
        }
        for edge in &self.edges {
            let _ = writeln!(
                dot,
                "  n{} -- n{} [weight={w}, penwidth={}, label=\"{w}\"];",
                edge.from,
                edge.to,
                edge.weight.min(8),
                w = edge.weight
            );
        }
        dot.push_str("}\n");
        dot
    }

    /// The graph as a Mermaid flowchart, as many wikis draw it.
    ///
    /// ```
    /// let graph = demarche::export::graph::Graph::default();
    /// assert_eq!(graph.mermaid(), "flowchart LR\n");
    /// ```
    #[must_use]
    pub fn mermaid(&self) -> String {
        let mut mermaid = String::from("flowchart LR\n");
        for (i, name) in self.nodes.iter().enumerate() {
            let _ = writeln!(mermaid, "  n{i}[\"{}\"]", mermaid_text(name));
        }
        for edge in &self.edges {
            let _ = writeln!(
                mermaid,
                "  n{} ---|{}| n{}",
                edge.from, edge.weight, edge.to
            );
        }
        mermaid
    }
}

fn took_place(meeting: &Meeting) -> bool {
    matches!(meeting.status, MeetingStatus::Held | MeetingStatus::Ongoing)
}

/// What makes an encounter the same in two articles: kind and dates, where the
/// article gives dates.
fn known(meeting: &Meeting) -> Option<String> {
    let dates = meeting.when.as_ref()?.edtf()?;
    Some(format!("{:?} {dates}", meeting.kind))
}

/// Text in Mermaid's quotation marks: what it reads as code becomes entities.
fn mermaid_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        if matches!(
            c,
            '"' | '#'
                | '<'
                | '>'
                | '&'
                | ';'
                | '`'
                | '\\'
                | '['
                | ']'
                | '{'
                | '}'
                | '('
                | ')'
                | '|'
                | '%'
        ) {
            let _ = write!(out, "#{};", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hostile() -> Graph {
        Graph {
            nodes: vec!["A \"]\\ \n-->".to_owned(), "B".to_owned()],
            edges: vec![Edge {
                from: 0,
                to: 1,
                weight: 3,
            }],
        }
    }

    #[test]
    fn names_stay_text() {
        assert!(hostile().dot().contains("n0 [label=\"A \\\"]\\\\ -->\"];"));
        assert!(
            hostile()
                .mermaid()
                .contains("n0[\"A #34;#93;#92; --#62;\"]")
        );
        assert!(hostile().mermaid().contains("n0 ---|3| n1"));
    }
}
