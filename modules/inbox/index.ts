export type { Item } from "./item.ts"
export { inboxModule } from "./module.ts"
export type { InboxSource } from "./queries/list.ts"
