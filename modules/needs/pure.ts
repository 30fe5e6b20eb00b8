/** The door for code that runs without a server: threads, the bench. */
export { wordsOfCampus } from "./similar/words-of-campus.ts"
