export { type Item, inOrder } from "./item.ts"
export { inboxModule } from "./module.ts"
export type { InboxSource } from "./queries/list.ts"
