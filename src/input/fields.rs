//! What the fields of records are called.

use std::str::FromStr;

/// The names that each field may have, the surest first. The first that is there and not empty is taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fields {
    /// The article's name.
    pub id: Vec<Name>,
    /// Its text.
    pub text: Vec<Name>,
    /// Its title.
    pub title: Vec<Name>,
    /// Its day of publication.
    pub published: Vec<Name>,
    /// Where it was read from.
    pub source: Vec<Name>,
}

/// The name of a field, or the way to it: `text`, `article.body`, `authors.0`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name(String);

impl Name {
    /// The whole name.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The way through nested objects, where it may be one.
    pub(super) fn steps(&self) -> Option<std::str::Split<'_, char>> {
        self.0.contains('.').then(|| self.0.split('.'))
    }
}

const ID: &[&str] = &["id"];
const TEXT: &[&str] = &["text", "body", "content", "maintext", "article"];
const TITLE: &[&str] = &["title", "headline"];
const PUBLISHED: &[&str] = &[
    "published",
    "published_at",
    "publishedAt",
    "date_published",
    "date_publish",
    "publication_date",
    "publish_date",
    "pub_date",
    "pubdate",
    "datePublished",
    "date",
    "dct",
];
const SOURCE: &[&str] = &["source", "url", "uri", "link"];

impl Default for Fields {
    fn default() -> Self {
        Fields {
            id: names(ID),
            text: names(TEXT),
            title: names(TITLE),
            published: names(PUBLISHED),
            source: names(SOURCE),
        }
    }
}

/// Apache Tika's key for the text.
const TIKA_CONTENT: &str = "X-TIKA:content";

impl Fields {
    /// What Apache Tika calls them in its JSON. What the user names comes before.
    pub(super) fn tika(&self) -> Fields {
        let or = |own: &[Name], default: &[&str], tika: &[&str]| {
            let own = if own == names(default) { &[] } else { own };
            own.iter().cloned().chain(names(tika)).collect()
        };
        Fields {
            id: or(&self.id, ID, &[]),
            text: or(&self.text, TEXT, &[TIKA_CONTENT]),
            title: or(&self.title, TITLE, &["dc:title", "title", "og:title", "pdf:docinfo:title"]),
            published: or(
                &self.published,
                PUBLISHED,
                &[
                    "article:published_time",
                    "datePublished",
                    "dcterms:issued",
                    "dc:date",
                    "date",
                    "dcterms:created",
                    "meta:creation-date",
                    "Creation-Date",
                    "pdf:docinfo:created",
                ],
            ),
            source: or(&self.source, SOURCE, &["X-TIKA:embedded_resource_path", "resourceName"]),
        }
    }

    /// Why a record without a text is not read.
    pub(super) fn no_text(&self) -> String {
        let name = self.text.first().map_or("text", Name::as_str);
        format!("there is no string field `{name}`; --field text=NAME says what the text is called")
    }

    /// Takes `text=body` over: names that are parted by commas, the surest first.
    ///
    /// # Errors
    /// Where there is no such field or no name.
    pub fn set(&mut self, rename: &Rename) {
        let field = match rename.field {
            Field::Id => &mut self.id,
            Field::Text => &mut self.text,
            Field::Title => &mut self.title,
            Field::Published => &mut self.published,
            Field::Source => &mut self.source,
        };
        field.clone_from(&rename.names);
    }
}

/// What a field is called: `text=body`, `published=meta.date,date`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rename {
    field: Field,
    names: Vec<Name>,
}

impl std::fmt::Display for Rename {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let names: Vec<&str> = self.names.iter().map(Name::as_str).collect();
        write!(f, "{}={}", format!("{:?}", self.field).to_lowercase(), names.join(","))
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Field {
    Id,
    Text,
    Title,
    Published,
    Source,
}

impl FromStr for Rename {
    type Err = String;

    fn from_str(text: &str) -> Result<Rename, String> {
        let (field, names) = text.split_once('=').ok_or("write FIELD=NAME, as in text=body")?;
        let field = match field {
            "id" => Field::Id,
            "text" => Field::Text,
            "title" => Field::Title,
            "published" => Field::Published,
            "source" => Field::Source,
            _ => {
                return Err(format!(
                    "there is no field `{field}`: it is id, text, title, published or source"
                ));
            }
        };
        let names: Vec<Name> =
            names.split(',').filter(|name| !name.is_empty()).map(|name| Name(name.to_owned())).collect();
        if names.is_empty() {
            Err("a name is missing after `=`".to_owned())
        } else {
            Ok(Rename { field, names })
        }
    }
}

fn names(names: &[&str]) -> Vec<Name> {
    names.iter().map(|name| Name((*name).to_owned())).collect()
}
