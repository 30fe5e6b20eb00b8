/** What other rooms put on their pages. */
export { VoiceNav } from "./VoiceNav.tsx"
export { mayEnter } from "./voices.ts"
