//! Whom a pronoun stands for.

use super::*;

impl Resolver<'_> {
    pub(super) fn pronoun(&self, word: WordValue, role: Role) -> Entity {
        let gender = match word {
            WordValue::She => Gender::Female,
            _ => Gender::Male,
        };
        match word {
            WordValue::He | WordValue::She => {
                let other = |at: usize| !self.is_acted_on(at);
                self.focus.person(self.people, gender, role, other)
            }
            WordValue::It => self.focus.thing(role),
            WordValue::They => self.focus.several(role),
            _ => Entity::Nothing,
        }
    }

    /// "He thanked Mori", "He praised Mori's speech": who is named right behind the verb is
    /// somebody else than "he".
    fn is_acted_on(&self, at: usize) -> bool {
        let Some(next) = self.next else { return false };
        let verb = self.context.slice((self.focus.end, next.span.0));
        let plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-');
        let near = verb.chars().all(plain) && verb.split_whitespace().count() <= 3;
        let clause = verb.split(' ').any(|w| w == "that");
        let people: Vec<usize> = match &next.kind {
            _ if !near || clause => return false,
            MentionKind::People(list) => {
                let find = |p: &PersonMention| self.people.find(self.context.slice(p.name));
                list.iter().filter_map(find).collect()
            }
            MentionKind::Name { .. } => {
                let name = strip_possessive(self.context.slice(next.span));
                self.people.find(name).into_iter().collect()
            }
            MentionKind::Noun(noun) => self.owners(noun),
            _ => return false,
        };
        people.contains(&at)
    }
}
