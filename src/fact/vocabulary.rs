//! The closed vocabularies of the wire format.

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $(#[doc = concat!("`", $text, "`")] $variant),* }

        impl $name {
            /// All values, in the order of the wire format.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The value's name on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),* }
            }

            /// The value of that name.
            pub fn parse(text: &str) -> Option<$name> {
                match text { $($text => Some($name::$variant),)* _ => None }
            }
        }
    )*};
}
pub(crate) use vocabulary;

vocabulary! {
    /// What kind of text a document is.
    DocumentType {
        Treaty = "treaty", Convention = "convention", Agreement = "agreement",
        FrameworkAgreement = "framework_agreement", Accord = "accord", Pact = "pact",
        Protocol = "protocol", Amendment = "amendment",
        MemorandumOfUnderstanding = "memorandum_of_understanding",
        MemorandumOfCooperation = "memorandum_of_cooperation", Memorandum = "memorandum",
        LetterOfIntent = "letter_of_intent", Declaration = "declaration",
        JointStatement = "joint_statement", Communique = "communique",
        ExchangeOfNotes = "exchange_of_notes", Charter = "charter", Statute = "statute",
        Arrangement = "arrangement", Programme = "programme", Plan = "plan", Roadmap = "roadmap",
        Minutes = "minutes", Contract = "contract", LoanAgreement = "loan_agreement",
        GrantAgreement = "grant_agreement", Ceasefire = "ceasefire",
        PeaceAgreement = "peace_agreement", Resolution = "resolution", Decree = "decree",
        Law = "law", Document = "document",
    }
    /// What a document, or a membership's member, is said to be.
    PartyKind {
        State = "state", Government = "government", Agency = "agency",
        Subnational = "subnational", Organisation = "organisation", Company = "company",
        Bank = "bank", University = "university", ArmedGroup = "armed_group", Party = "party",
        Union = "union", Person = "person", Unknown = "unknown",
    }
    /// What became of a document, as told.
    DocumentStatus {
        Proposed = "proposed", Negotiated = "negotiated", ToBeSigned = "to_be_signed",
        Initialled = "initialled", Signed = "signed", Exchanged = "exchanged",
        Adopted = "adopted", Approved = "approved", Ratified = "ratified", Acceded = "acceded",
        Deposited = "deposited", InForce = "in_force", Extended = "extended",
        Amended = "amended", Suspended = "suspended", Expired = "expired",
        Terminated = "terminated", Withdrawn = "withdrawn", NotSigned = "not_signed",
        Mentioned = "mentioned",
    }
    /// Whether something is said to be so or not to be so.
    Polarity { Affirmed = "affirmed", Negated = "negated" }
    /// How surely it is said.
    Modality {
        Asserted = "asserted", Planned = "planned", Possible = "possible",
        Conditional = "conditional", Reported = "reported", Denied = "denied",
    }
    /// Where a field that is not read on the spot comes from.
    Source {
        Explicit = "explicit", Sentence = "sentence", ListHead = "list_head", List = "list",
        Coreference = "coreference", Demonym = "demonym", Signatory = "signatory",
        Headline = "headline", Dateline = "dateline", Published = "published",
        Inferred = "inferred",
    }
    /// How one document bears on another.
    RelationType {
        Amends = "amends", Extends = "extends", Implements = "implements",
        Replaces = "replaces", AnnexTo = "annex_to", Under = "under",
    }
    /// As what a member is in an organisation.
    MembershipStatus {
        Member = "member", FoundingMember = "founding_member",
        PermanentMember = "permanent_member", NonPermanentMember = "non_permanent_member",
        AssociateMember = "associate_member", Observer = "observer",
        DialoguePartner = "dialogue_partner", Partner = "partner", Participant = "participant",
        StateParty = "state_party", Candidate = "candidate", Applicant = "applicant",
        Invited = "invited", Acceding = "acceding", Prospective = "prospective",
        Suspended = "suspended", Withdrawing = "withdrawing", FormerMember = "former_member",
        NonMember = "non_member",
    }
    /// What happened to a membership.
    MembershipEvent {
        Joined = "joined", Rejoined = "rejoined", Acceded = "acceded", Admitted = "admitted",
        Founded = "founded", Granted = "granted", Invited = "invited", Applied = "applied",
        Declined = "declined", Suspended = "suspended", Expelled = "expelled",
        Withdrew = "withdrew",
    }
}
