//! TBX, the exchange format of terminologists (ISO 30042): TBX-Core and TBX-Basic.
//!
//! Read are the form of 2008 (`martif`) and that of 2019 (`tbx`, with categories as attributes,
//! DCA, or as tags, DCT). Written is TBX-Basic of 2008, the one that OmegaT and translate-toolkit
//! read.

mod entry;
mod id;
mod read;
mod write;
mod xml;

pub(super) use read::read;
pub(super) use write::write;

use super::Loss;
use crate::glossary::Status;

pub(super) const LOST: &[Loss] = &[
    Loss::Level,
    Loss::Scope,
    Loss::Unless,
    Loss::Case,
    Loss::Count,
    Loss::Forms,
    Loss::Derived,
    Loss::For,
    Loss::Except,
];

/// Administrative statuses (ISO 12620), without the `-admn-sts` that TBX puts behind them. There
/// a deprecated term is one rated undesired, a superseded one is no longer preferred.
const STATUSES: [(&str, Status); 16] = [
    ("preferredTerm", Status::Preferred),
    ("admittedTerm", Status::Admitted),
    ("supersededTerm", Status::Deprecated),
    ("deprecatedTerm", Status::Forbidden),
    // What term bases write beside the standard.
    ("preferred", Status::Preferred),
    ("approved", Status::Preferred),
    ("standardizedTerm", Status::Preferred),
    ("legalTerm", Status::Preferred),
    ("regulatedTerm", Status::Preferred),
    ("admitted", Status::Admitted),
    ("allowed", Status::Admitted),
    ("obsolete", Status::Deprecated),
    ("superseded", Status::Deprecated),
    ("deprecated", Status::Deprecated),
    ("forbidden", Status::Forbidden),
    ("notRecommended", Status::Forbidden),
];

const STATUS_ENDING: &str = "-admn-sts";
