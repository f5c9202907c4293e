//! End-to-end tests: the real binary on small projects in temporary folders.

mod harness;
