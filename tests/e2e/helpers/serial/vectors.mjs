// Two messages with what acknowledges them, and their answers. The frames are among those in tests/battery.rs.

export const HELLO = { payload: "0000", frame: "3e0c000000000200000e3c", acknowledgement: "3e010100000000023c" };
export const WELCOME = { payload: "0100010000000000", frame: "3e0c00000000080100010000000000163c" };
export const ASK = { payload: "2209", frame: "3e0c010000000222093a3c", acknowledgement: "3e010000000000013c" };
export const TELL = { payload: "23093c003d011414", frame: "3e0c010000000823093d2c003d2d011414e33c" };
export const ANSWERS = { [HELLO.payload]: [WELCOME.payload], [ASK.payload]: [TELL.payload] };
