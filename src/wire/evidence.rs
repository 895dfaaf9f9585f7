//! Text and spans, cut out of the article.

use serde::{Deserialize, Serialize};

use crate::text::{Offsets, Span, Unit};

/// What was read, and where: the article sliced by `span` is `text`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// As written.
    pub text: String,
    /// Half-open, in the record's unit.
    pub span: [u32; 2],
}

/// Cuts evidence out of one article, in one unit.
pub(super) struct Cutter<'t> {
    text: &'t str,
    offsets: Offsets<'t>,
}

impl<'t> Cutter<'t> {
    pub(super) fn new(text: &'t str, unit: Unit) -> Self {
        Cutter { text, offsets: Offsets::new(text, unit) }
    }

    pub(super) fn text(&self, span: Span) -> String {
        span.of(self.text).to_owned()
    }

    pub(super) fn span(&self, span: Span) -> [u32; 2] {
        self.offsets.span(span)
    }

    pub(super) fn evidence(&self, span: Span) -> Evidence {
        Evidence { text: self.text(span), span: self.span(span) }
    }
}
