## The desk: the pages of a project, live.

command-desk = Read, compare and decide in a browser
    .more =
        The desk listens on this machine alone and writes what you decide: the ledger as `accept` does, the translation where you edit it. Git is never written to. It ends with Ctrl+C.
command-desk-paths = Documents or folders to show; all of the project unless said
command-desk-read-only = Only show: no decision is taken
command-desk-no-open = Print the address and open no browser
command-desk-port = The port to listen on; any unless said
desk-opened = The desk is open at this address until Ctrl+C.
desk-unserved = the desk cannot be opened: { $detail }
    .cure = leave out --port { $port }, or choose another one
desk-read-only = This desk only shows: it was opened with --read-only.
desk-done-confirm = Confirmed.
desk-done-confirm-all = Confirmed; U takes it back.
desk-done-approve-all = Approved; U takes it back.
desk-done-link = They belong together from now on.
desk-done-unlink = Taken apart. Pair each with what it belongs to.
desk-done-split = Split.
desk-done-note = Noted.
desk-done-settle = Settled.
desk-done-approve = Approved.
desk-done-omit = Recorded as left out on purpose.
desk-done-add = Recorded as added on purpose.
desk-done-waive = The finding is waived for as long as both texts stay as they are.
desk-done-edit = Saved.
desk-concept-saved = Saved in { $path }.
desk-undone = Taken back in { $path }.
desk-begun = { $path } is there now, still in the language of the original.

decision-unsuitable = This does not suit the segment, or is recorded already.
decision-scattered = Other segments stand among these, or one side is empty: choose what stands together.
concept-incomplete = A concept needs a Russian term and an English rendering.
decision-empty = A translation cannot say nothing. If it lacks the segment on purpose, say so.
decision-placeless = Where this belongs in the file is not known: write it there with an editor.
decision-breaks = With this text more of the document than the segment would become something else. Nothing was written.
decision-changed = Somebody changed the file meanwhile. Nothing was written.
decision-nothing = There is nothing to take back.
decision-gone = The segment is another by now: somebody changed a text.
