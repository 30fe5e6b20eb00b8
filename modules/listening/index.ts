export { concerns } from "./concerns.ts"
export { listeningOn } from "./facts.ts"
export { inboxItems } from "./inbox.ts"
export { listeningModule } from "./module.ts"
