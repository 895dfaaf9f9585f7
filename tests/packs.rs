//! A user's pack and the built-in rules live side by side.

use dateline::extract::{Article, Extractor};
use dateline::rule::SourceFile;

/// What a pack names as verbs changes nothing in what the built-in rules find.
#[test]
fn verbs_of_a_pack_leave_built_in_facts_alone() {
    let pack = "kind haul\n  boat np\n\nverbs hauling\n  tow | dredge | moor\n\n\
                rule hauled gives haul\n  find {boat: np} {active hauling}\n  no \"x\"\n";
    let pack = SourceFile { path: "hauls.cloze".into(), text: pack.into(), builtin: false };
    let text = "Norway and Chile signed an agreement on dredging and mooring.";
    let article = Article { text: text.into(), ..Article::default() };
    let documents = |packs: &[SourceFile]| Extractor::new(packs).unwrap().extract(&article).documents;
    assert_eq!(documents(&[])[0].span.of(text), "agreement on dredging and mooring");
    assert_eq!(documents(&[]), documents(&[pack]));
}
