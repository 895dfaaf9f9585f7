//! The built-in rule files, one line each: where a new one is made known.

use super::SourceFile;

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("../../rules/", $path)))),*];
    };
}

files![
    "documents/life.cloze",
    "documents/lists.cloze",
    "documents/signing.cloze",
    "documents/turns.cloze",
    "documents/vocabulary.cloze",
    "figures/amount.cloze",
    "figures/change.cloze",
    "figures/level.cloze",
    "figures/vocabulary.cloze",
    "memberships/asking.cloze",
    "memberships/being.cloze",
    "memberships/continuing.cloze",
    "memberships/echoing.cloze",
    "memberships/joining.cloze",
    "memberships/leaving.cloze",
    "memberships/naming.cloze",
    "memberships/seats.cloze",
    "memberships/vocabulary.cloze",
];

/// The built-in rules, sorted by path.
pub fn builtin() -> impl Iterator<Item = SourceFile> {
    FILES.iter().map(|(path, text)| SourceFile {
        path: format!("rules/{path}"),
        text: (*text).to_owned(),
        builtin: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_file_is_known_and_in_order() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
        let mut found = Vec::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push(path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned());
                }
            }
        }
        found.sort();
        let known: Vec<String> = FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(known, found);
    }

    #[test]
    fn builtin_rules_read() {
        let sources: Vec<SourceFile> = builtin().collect();
        if let Err(errors) = super::super::read(&sources) {
            panic!("{errors}");
        }
    }
}
