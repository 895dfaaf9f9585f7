//! The built-in tables, one line each: where a new table is made known.

/// A built-in table: its file, and the columns whose cells are surfaces.
pub struct TableSpec {
    /// Which it is.
    pub catalog: Catalog,
    /// The file's name without `.tsv`.
    pub name: &'static str,
    /// The file.
    pub text: &'static str,
    /// Columns to be found in text.
    pub surfaces: &'static [&'static str],
}

macro_rules! tables {
    ($($(#[$doc:meta])* $catalog:ident = $name:literal: $($surface:literal),* ;)*) => {
        /// The names of the built-in tables.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Catalog { $($(#[$doc])* $catalog),* }
        /// All built-in tables, in the order of [`Catalog`].
        pub const TABLES: &[TableSpec] = &[$(TableSpec {
            catalog: Catalog::$catalog,
            name: $name,
            text: include_str!(concat!("../../lexicon/", $name, ".tsv")),
            surfaces: &[$($surface),*],
        }),*];
    };
}

tables! {
    /// Abbreviations that are written with a full stop; read into [`super::Lexicon::cues`], not looked up.
    Abbreviations = "abbreviations": ;
    /// Words of saying that make what follows denied or reported.
    Speech = "speech": "forms";
    /// What verb, polarity and modality say together.
    Status = "status": ;
    /// Months, with their abbreviations.
    Months = "months": "forms";
    /// Number words, scales and their short forms.
    Numbers = "numbers": "forms", "plurals";
    /// What stands around a verb: auxiliaries, control verbs, adverbs.
    VerbCues = "verb_cues": "base", "third", "past", "participle", "gerund", "predicate", "adverb", "start";
    /// Verbs whose forms are not the regular ones.
    IrregularVerbs = "irregular_verbs": "past";
    /// The types of documents.
    DocumentTypes = "document_types": "one", "many";
    /// Nouns for those who sign papers and are no states.
    Actors = "actors": "singular", "plural";
    /// Verbs of those who speak of a document and are no side of it.
    Remarks = "remarks": "forms";
    /// Words before a document's type.
    DocumentModifiers = "document_modifiers": "word";
    /// Words after a document's type.
    DocumentLinks = "document_links": "words";
    /// Nouns after a word that is no document because of them.
    DocumentFollowers = "document_followers": "word";
    /// Verbs after "to" at which a noun phrase is over.
    Infinitives = "infinitives": "verb";
    /// Nouns that make a phrase the name of a body, a company or a place.
    BodyNouns = "body_nouns": "forms", "plural";
    /// Companies that are named without a mark.
    Companies = "companies": "forms";
    /// What marks a phrase as the name of a company.
    CompanySuffixes = "company_suffixes": "forms";
    /// States, with their demonyms and capitals.
    Countries = "countries": "name", "forms", "demonyms", "capital", "prefix";
    /// Given names of persons.
    GivenNames = "given_names": "name";
    /// Capitalised words that are no names of those who act.
    NotNames = "not_names": "word";
    /// Words that are small but at the start of a sentence or in a headline.
    OrdinaryWords = "ordinary_words": "word";
    /// Organisations of states and other well-known ones, with their acronyms.
    Organisations = "organisations": "name", "acronyms", "forms";
    /// Cities, regions and the like.
    Places = "places": "name", "forms";
    /// What ministries and ministers are for.
    Portfolios = "portfolios": "forms";
    /// Posts, words that stand before them, and forms of address.
    Posts = "posts": "forms", "plural";
    /// Nouns that refer to something named before.
    ReferenceNouns = "reference_nouns": "singular", "plural";
    /// Family names that stand last.
    FamilyNames = "family_names": "name";
    /// Endings of family names: read, not looked up.
    FamilyEndings = "family_endings": ;
    /// Family names that stand first: Chinese, Korean, Hungarian.
    Surnames = "surnames": "name";
    /// Buildings and sites.
    Venues = "venues": "forms";
    /// The days of the week.
    Weekdays = "weekdays": "forms", "many", "short";
    /// Seasons.
    Seasons = "seasons": "forms";
    /// Holidays and feasts, with how to reckon their day.
    Holidays = "holidays": "forms";
    /// Units of time.
    TimeUnits = "time_units": "one", "many";
    /// Parts of the day.
    DayParts = "day_parts": "forms", "many";
    /// Time zones.
    TimeZones = "time_zones": "forms";
    /// Days known by month and day alone, with the nouns that follow them.
    KnownDays = "known_days": "nouns";
    /// Words that dates are built with.
    DateWords = "date_words": "word";
    /// Words that turn an incomplete date to the time ahead.
    DateCues = "date_cues": "forms";
    /// Currencies: signs and codes, names.
    Currencies = "currencies": "marks", "names";
    /// Units of measure: spelled, short, and what only stands below a 'per'.
    Units = "units": "forms", "short", "per";
    /// Words that say how a number bounds what is meant.
    Bounds = "bounds": "before", "after", "verbs";
    /// Words for reading what a count counts.
    Counting = "counting": "word";
    /// Words that make a number a name.
    Designators = "designators": "word";
}
