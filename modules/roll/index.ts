export { rollModule } from "./module.ts"
export { type Quorum, quorumFrom, quorumOf } from "./quorum.ts"
export { type Attendance, insertAttendance, presentIn } from "./store.ts"
