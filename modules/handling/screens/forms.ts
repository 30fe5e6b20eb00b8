/** What other rooms put on their pages. */
export { isTyping } from "./keys.ts"
export { VoiceNav } from "./VoiceNav.tsx"
export { mayEnter } from "./voices.ts"
