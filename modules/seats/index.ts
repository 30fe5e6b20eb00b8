export { inboxItems } from "./inbox.ts"
export { seatsModule } from "./module.ts"
export { loadSampleSeats } from "./sample.ts"
export { type AdoptedSeats, candidatesFor, type Seat, seatsOf } from "./seats-of.ts"
