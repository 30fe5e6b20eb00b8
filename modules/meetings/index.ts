export { meetingsOn } from "./facts.ts"
export { inboxItems } from "./inbox.ts"
export { meetingsModule } from "./module.ts"
export { calendar, openMatters } from "./open-matters.ts"
