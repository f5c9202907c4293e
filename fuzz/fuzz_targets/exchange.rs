#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sverka_fuzz::exchange(bytes));
