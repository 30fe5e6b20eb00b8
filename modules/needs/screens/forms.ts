/** What other rooms put on their pages. */
export { HelpBar } from "./HelpLines.tsx"
