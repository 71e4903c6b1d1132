// A test fails by what it sees. The clock only ends one that waits for what never comes, also on a busy machine.
jest.setTimeout(30_000)
