/**
 * How Node runs the server; the bench measures with the same. A small nursery: the short-lived objects of
 * starting and importing would else keep a hundred megabytes more, and it costs no time that can be measured.
 */
export const serverSettings = ["--max-semi-space-size=8"]
