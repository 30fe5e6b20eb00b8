/** What the delegate's phone of the hall may put on its page: this device's key for the votes of an assembly. */
export { DeviceKey } from "./DeviceKey.tsx"
