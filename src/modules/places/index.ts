export { type AddressPart, parseAddress } from './address.ts';
export { namedUnit } from './former-units.ts';
export { nearUnits } from './near-units.ts';
export {
  type AddressedUnit,
  addressedUnits,
  communesWithin,
  districtsWithin,
  formerProvinces,
  type HistoryStep,
  successorsOf,
  type UnitDetails,
  unitAtAddress,
  unitDetails,
  unitHistory,
} from './page-queries.ts';
export {
  expandPlace,
  predecessors,
  provinceSlugs,
  provincesOn,
  resolvePlaceName,
  successors,
  type Unit,
  unitOn,
  unitsByKey,
} from './queries.ts';
export { registerPlaceRoutes } from './routes.ts';
export { type LoadedUnits, loadAdminUnits } from './store.ts';
export { checkPointInProvince } from './territory.ts';
export { type AdminUnit, foldName, oldProvinceKey } from './unit.ts';
export { type AdminUnitRows, adminUnits } from './units.ts';
