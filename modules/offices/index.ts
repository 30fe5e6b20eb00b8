export { capacitiesOf, capacitiesSql, type Held, holdersAt } from "./capacities.ts"
export {
  type Gap,
  type HolderFact,
  inChargeOfStudents,
  type LeadershipFacts,
  leadershipOn,
  officesOn,
} from "./facts.ts"
export { inboxItems } from "./inbox.ts"
export { offices } from "./module.ts"
export { type Office, officeName, usualTitle } from "./office.ts"
export { officeAt, seat } from "./store.ts"
