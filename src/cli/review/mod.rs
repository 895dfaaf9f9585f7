//! `dateline review`: differences one at a time, in a terminal.

mod screen;

use std::io::IsTerminal;

use anyhow::bail;
use clap::Args;
use console::{Key, Term};

use super::Exit;
use super::accept::refuse_under_ci;
use super::options::{Corpus, RuleOptions, Threads};
use crate::extract::Extractor;
use crate::golden::promote::Promoter;
use crate::golden::review::{Folder, Item, Session};
use crate::golden::{Checked, GoldenFact, Judgement, Select, Verdict};

/// Goes through the differences one at a time, in the text, and keeps what is said of each.
///
/// Each verdict is saved at once; what is left is there the next time. `accept` and `reject` do the same from scripts.
#[derive(Args)]
pub(super) struct Review {
    /// Which [default: all]: rule=NAME kind=KIND file=ID text=TEXT group=NAME is=VERDICT, all of which must hold
    #[arg(value_name = "SELECT")]
    select: Vec<String>,
    /// Go through the facts that are accepted and that nobody judged, not the differences
    #[arg(long)]
    seen: bool,
    /// Why; kept beside each fact for which no other reason is given
    #[arg(long, value_name = "TEXT", default_value = "")]
    because: String,
    #[command(flatten)]
    corpus: Corpus,
    #[command(flatten)]
    rules: RuleOptions,
    #[command(flatten)]
    threads: Threads,
}

/// What a key asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Action {
    Judge(Verdict),
    Leave,
    Promote,
    Explain,
    Group,
    Undo,
    Help,
    Quit,
}

const KEYS: &[(char, Action, &str)] = &[
    ('r', Action::Judge(Verdict::Right), "right"),
    ('s', Action::Judge(Verdict::Seen), "seen"),
    ('w', Action::Judge(Verdict::Wrong), "wrong"),
    ('n', Action::Leave, "not accepted"),
    ('p', Action::Promote, "right, and an example"),
    ('e', Action::Explain, "explain"),
    ('g', Action::Group, "the whole group"),
    ('u', Action::Undo, "undo"),
    ('q', Action::Quit, "quit"),
    ('?', Action::Help, "help"),
];

impl Review {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        refuse_under_ci()?;
        if !(std::io::stdin().is_terminal() && std::io::stdout().is_terminal()) {
            bail!("review needs a terminal; `accept` and `reject` do the same from scripts");
        }
        let select = Select::parse(&self.select).map_err(anyhow::Error::msg)?;
        let extractor = self.rules.extractor()?;
        let articles: Vec<Checked> =
            self.corpus.check(&extractor, &self.threads)?.into_iter().collect::<anyhow::Result<_>>()?;
        let session = match self.seen {
            true => Session::of_seen(&articles, |checked, fact| select.admits_fact(&checked.place.id, fact)),
            false => {
                Session::of_differences(&articles, |checked, sides| select.admits(&checked.place.id, sides))
            }
        };
        let shelf = Folder::new(articles.iter().map(|checked| &checked.place));
        let promoter = Promoter::new(&extractor);
        let term = Term::stdout();
        Table { session, shelf, promoter, extractor: &extractor, term, because: self.because }.sit()
    }
}

/// Where somebody sits and reviews.
struct Table<'a> {
    session: Session<'a>,
    shelf: Folder,
    promoter: Promoter<'a>,
    extractor: &'a Extractor,
    term: Term,
    because: String,
}

impl Table<'_> {
    fn sit(mut self) -> anyhow::Result<Exit> {
        if self.session.current().is_none() {
            self.say("nothing to review")?;
            return Ok(Exit::Nothing);
        }
        self.say(&screen::keys(KEYS.iter().map(|(key, _, what)| (*key, *what))))?;
        let ended = self.go_through();
        let (judged, left) = self.session.counts();
        let sum = format!("{judged} judged and saved, {left} left");
        match ended {
            Ok(()) => self.say(&sum)?,
            Err(error) => bail!("the terminal went away ({error}): {sum}"),
        }
        Ok(if left == 0 { Exit::Fine } else { Exit::Differences })
    }

    fn go_through(&mut self) -> std::io::Result<()> {
        let mut shown = None;
        while let Some(item) = self.session.current() {
            if shown != Some(item) {
                self.say(&screen::item(&self.session, item))?;
                shown = Some(item);
            }
            match action(&self.term.read_key()?) {
                Some(Action::Quit) => return Ok(()),
                Some(Action::Judge(verdict)) => self.judge(verdict)?,
                Some(Action::Leave) => drop(self.session.leave()),
                Some(Action::Promote) => self.promote(item)?,
                Some(Action::Explain) => self.say(&screen::explained(self.extractor, &self.session, item))?,
                Some(Action::Group) => self.toggle_group()?,
                Some(Action::Undo) => {
                    self.undo()?;
                    shown = None;
                }
                Some(Action::Help) | None => {
                    self.say(&screen::keys(KEYS.iter().map(|(key, _, what)| (*key, *what))))?;
                }
            }
        }
        Ok(())
    }

    fn say(&self, line: &str) -> std::io::Result<()> {
        self.term.write_line(line)
    }

    fn judge(&mut self, is: Verdict) -> std::io::Result<()> {
        let because = match is {
            Verdict::Wrong => {
                self.term.write_str("what is wrong? (field: why; field: why; an empty line is fine) ")?;
                Some(self.term.read_line()?).filter(|line| !line.trim().is_empty())
            }
            _ => None,
        };
        let because = because.map_or_else(|| self.because.clone(), |line| line.trim().to_owned());
        let said = match self.session.judge(Judgement { is, because, wrong: Vec::new() }, &mut self.shelf) {
            Ok(count) => format!("{count} {}", is.as_str()),
            Err(error) => format!("not saved: {error}"),
        };
        self.say(&said)
    }

    /// Makes an example of a fact that is right by that.
    fn promote(&mut self, item: Item) -> std::io::Result<()> {
        let Some(fact) = self.session.fact(item) else { return self.say("there is no fact to promote") };
        let right = GoldenFact { is: Verdict::Right, ..fact.clone() };
        match self.promoter.promote(self.session.article(item), &right, None) {
            Ok(written) => {
                self.say(&format!("{}:{}: {}", written.path, written.line, written.example))?;
                self.judge(Verdict::Right)
            }
            Err(why) => self.say(&format!("not promoted: {why}")),
        }
    }

    fn toggle_group(&mut self) -> std::io::Result<()> {
        self.session.toggle_whole();
        let meant = self.session.open_in_group().len();
        self.say(&match self.session.is_whole() {
            true => format!("the next key is for all {meant} of this group"),
            false => "the next key is for this one".to_owned(),
        })
    }

    fn undo(&mut self) -> std::io::Result<()> {
        let said = match self.session.undo(&mut self.shelf) {
            Ok(0) => "there is nothing to undo".to_owned(),
            Ok(count) => format!("{count} undone; examples stay in their rule files"),
            Err(error) => format!("not undone: {error}"),
        };
        self.say(&said)
    }
}

fn action(key: &Key) -> Option<Action> {
    match key {
        Key::Char(typed) => {
            let meant = KEYS.iter().find(|(key, ..)| *key == typed.to_ascii_lowercase());
            meant.map(|(_, action, _)| *action)
        }
        Key::Enter | Key::ArrowRight | Key::ArrowDown => Some(Action::Leave),
        Key::Escape => Some(Action::Quit),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_what_they_ask_for() {
        let cases = [
            (Key::Char('r'), Some(Action::Judge(Verdict::Right))),
            (Key::Char('W'), Some(Action::Judge(Verdict::Wrong))),
            (Key::Char('x'), None),
            (Key::Enter, Some(Action::Leave)),
            (Key::Escape, Some(Action::Quit)),
            (Key::Home, None),
        ];
        for (key, want) in cases {
            assert_eq!(action(&key), want, "{key:?}");
        }
        let mut keys: Vec<char> = KEYS.iter().map(|(key, ..)| *key).collect();
        keys.dedup();
        assert_eq!(keys.len(), KEYS.len());
    }
}
