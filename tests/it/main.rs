//! End-to-end tests: the real binary on small projects in temporary folders; and how the library is
//! built.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say where")]

mod adversarial;
mod anything;
mod both_in_one;
mod branch;
mod check_store;
mod command_line;
mod desk;
mod direction;
mod docs;
mod drawn_tables;
mod every_format;
mod exchange;
mod faults;
mod first_day;
mod fix;
mod formats;
mod gate;
mod glossary;
mod harness;
mod history;
mod incomplete;
mod inside;
mod judged;
mod kills;
mod layouts;
mod ledger;
mod moved;
mod naming;
mod packaging;
mod pages;
mod ready_to_use;
mod replay_cache;
mod reports;
mod repositories;
mod review;
mod segment_pairs;
mod sentences;
mod structure;
mod tracked;
mod tutorial;
mod undo;
mod waivers;
mod watch;
