//! Whom a title alone stands for: "the minister", "a senior official".

use super::*;

impl Resolver<'_> {
    /// "the minister": the last one; else the state whose minister it is.
    pub(super) fn post(&mut self, post: &PostPhrase, span: (u32, u32), spoke: bool) -> Entity {
        let mut of: Vec<Party> = Vec::with_capacity(post.parties.len());
        for p in &post.parties {
            if let Some(party) = parties::party(self.context, *p) {
                parties::add(&mut of, party);
            }
        }
        let title = self.context.slice(post.span);
        let high = matches!(post.kind, PostKind::ForeignMinister | PostKind::IoHead);
        if !high && is_unnamed(title) {
            return match self.named_before(post, span) {
                Some(at) => Entity::Officials(vec![at]),
                None => self.unnamed(span, of, post.plural),
            };
        }
        if of.is_empty() {
            of.extend(titles::of_title(self.context, title, post.kind));
        }
        if post.plural {
            if of.is_empty() && is_local(self.context.slice(span)) {
                return match spoke {
                    true => self.unnamed(span, of, true),
                    false => Entity::Nothing,
                };
            }
            if of.is_empty() && is_some(self.context.slice(span)) {
                return match spoke {
                    true => self.unnamed(span, of, true),
                    false => Entity::Nothing,
                };
            }
            if of.is_empty() && !spoke && is_qualified(self.context, span, post) {
                return Entity::Nothing;
            }
            if of.is_empty() {
                let bear = |at: usize| {
                    self.people
                        .list
                        .get(at)
                        .is_some_and(|p| bears(p, post.kind))
                };
                let known = self.focus.group_of(bear);
                if known.is_none() && spoke && is_indefinite(self.context.slice(span)) {
                    // "Western leaders", "world leaders"
                    return self.unnamed(span, of, true);
                }
                return known.unwrap_or_else(|| match self.focus.group(None) {
                    // "The bloc met on Monday. The leaders agreed …"
                    Entity::Nothing => self.focus.body_told().unwrap_or(Entity::Nothing),
                    group => group,
                });
            }
            return Entity::Parties(of);
        }
        if post.counterpart {
            if let Some(at) = self.opposite(&of) {
                return Entity::Officials(vec![at]);
            }
            return if of.is_empty() {
                Entity::Nothing
            } else {
                Entity::Parties(of)
            };
        }
        if of.len() > 1 {
            // "the Japan-Peru chief of staff": those of both.
            return Entity::Parties(of);
        }
        let word = last_word(self.context.slice(post.span));
        // "the chairperson" may be that of a body, told with the whole title before.
        let untold = post.kind == PostKind::Other;
        // "the head of the Foreign Ministry" is its minister; "the deputy" sits in parliament.
        let kind = match untold {
            true if title.eq_ignore_ascii_case("deputy") => PostKind::Legislator,
            true => office::kind(self.context, post.kind, post, title),
            false => post.kind,
        };
        // "the head of NATO", "the Kremlin chief"
        let heads = untold
            && !of.is_empty()
            && matches!(&*title.to_ascii_lowercase(), "head" | "chief" | "boss");
        let fits = |at: &usize| {
            self.people.list.get(*at).is_some_and(|p| {
                let side = match of.first() {
                    Some(party) => p.party().as_ref() == Some(party),
                    None => true,
                };
                let titled = || p.posts.iter().any(|h| h.title.eq_ignore_ascii_case(title));
                let bears = bears(p, kind) || untold && is_called(p, word) || titled();
                (bears || heads && leads(p)) && side
            })
        };
        let said = |at: &usize| {
            self.people
                .list
                .get(*at)
                .is_some_and(|p| is_called(p, word))
        };
        let barred = |at: &usize| {
            self.people
                .list
                .get(*at)
                .is_some_and(|p| is_called_else(p, word))
        };
        let latest = || self.focus.people.iter().rev().copied().filter(|a| fits(a));
        // "President Vega thanked President Soto. … the president said": who spoke goes on.
        let goes_on = |at: &usize| spoke && of.is_empty() && fits(at) && !barred(at);
        let speaker = || self.focus.last_speaker().filter(goes_on);
        // "… the visit of the Chilean President Soto. … said the President": of home.
        let at_home = |at: &usize| {
            let side = self.people.list.get(*at).and_then(|p| p.party());
            goes_on(at) && side.is_some() && side == self.context.told.map(Party::Country)
        };
        let resident = || self.focus.people.iter().rev().copied().find(at_home);
        let known = self.focus.one_who_spoke().filter(goes_on);
        if let Some(at) = known.or_else(speaker).or_else(resident) {
            return Entity::Officials(vec![at]);
        }
        let found = latest().find(|a| said(a));
        if let Some(at) = found.or_else(|| latest().find(|a| !barred(a))) {
            return Entity::Officials(vec![at]);
        }
        // "France's foreign minister", "the foreign minister": somebody who is named only later.
        if !of.is_empty() || post.kind != PostKind::Other && !post.of_pronoun {
            let mut all = (0..self.people.list.len()).filter(|a| fits(a));
            if let (Some(at), None) = (all.next(), all.next()) {
                return Entity::Officials(vec![at]);
            }
        }
        if of.is_empty() {
            if post.of_pronoun {
                of.extend(self.focus.party.clone());
            } else if matches!(
                post.kind,
                PostKind::Other
                    | PostKind::IoOfficial
                    | PostKind::IoHead
                    | PostKind::Royal
                    | PostKind::PartyLeader
            ) {
                return Entity::Nothing;
            } else {
                of.extend(self.context.home.map(Party::Country));
            }
        }
        if of.is_empty() {
            Entity::Nothing
        } else {
            Entity::Parties(of)
        }
    }

    /// "Mori and his Indian counterpart": the one person of that side who holds the post of
    /// one of those named last.
    fn opposite(&self, of: &[Party]) -> Option<usize> {
        let [side] = of else { return None };
        let mut latest = self.focus.people.iter().rev().take(COUNTERPARTS);
        latest.find_map(|at| {
            let kind = self.people.list.get(*at)?.kind();
            self.people.holder(kind, side)
        })
    }

    /// "the adviser": somebody named just before with the title.
    fn named_before(&self, post: &PostPhrase, span: (u32, u32)) -> Option<usize> {
        let definite = self
            .context
            .slice(span)
            .get(..4)
            .is_some_and(|w| w.eq_ignore_ascii_case("the "));
        let word = last_word(self.context.slice(post.span));
        let called = |at: &&usize| {
            let person = self.people.list.get(**at);
            person.is_some_and(|p| is_called(p, word))
        };
        let alone = definite && !post.plural && post.parties.is_empty();
        alone
            .then(|| {
                self.focus
                    .people
                    .iter()
                    .rev()
                    .take(COUNTERPARTS)
                    .find(called)
            })
            .flatten()
            .copied()
    }

    /// "a senior U.S. official": as written; "the official": the one told of before.
    pub(super) fn unnamed(&self, span: (u32, u32), parties: Vec<Party>, plural: bool) -> Entity {
        let words = self.context.slice(span).to_ascii_lowercase();
        let back = !plural && words.starts_with("the ");
        let own = |source: &Entity| match (parties.as_slice(), source) {
            ([], _) => true,
            // "the Kenyan diplomat": an official of Kenya's who spoke last.
            ([side], Entity::Officials(list)) => list.first().is_some_and(|at| {
                self.people.list.get(*at).and_then(|p| p.party()).as_ref() == Some(side)
            }),
            _ => false,
        };
        match self.focus.informant().filter(|s| own(s)) {
            Some(source) if back => source.clone(),
            _ => Entity::Source {
                span,
                parties: parties.into(),
                plural,
            },
        }
    }
}

/// "several leaders", "other ministers": none of those told of before.
fn is_some(words: &str) -> bool {
    const SOME: [&str; 7] = [
        "several", "some", "other", "many", "various", "numerous", "more",
    ];
    let first = words.split(' ').next();
    first.is_some_and(|w| SOME.iter().any(|s| w.eq_ignore_ascii_case(s)))
}

/// "rival leaders", "African leaders": of these no article says that they were told before.
fn is_qualified(context: &Context<'_>, span: (u32, u32), post: &PostPhrase) -> bool {
    let before = context.slice((span.0, post.span.0)).trim();
    !before.is_empty() && is_indefinite(before)
}
