export { type CharterPart, charterOn, charterText, rotatingOn } from "./facts.ts"
export { inboxItems } from "./inbox.ts"
export { charterModule } from "./module.ts"
