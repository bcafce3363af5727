export { type AddressEra, type AddressOptions, type AddressPart, parseAddress } from './address.ts';
export { namedUnit } from './former-units.ts';
export {
  type ExpandedUnit,
  expandPlace,
  predecessors,
  provinceSlugs,
  provincesOn,
  type RelatedUnit,
  resolvePlaceName,
  successors,
  type Unit,
  unitOn,
  unitsByKey,
} from './queries.ts';
export { type LoadedUnits, loadAdminUnits } from './store.ts';
export { checkPointInProvince, type ProvinceCheck } from './territory.ts';
export { type AdminUnit, foldName, oldProvinceKey } from './unit.ts';
export { type AdminUnitRows, adminUnits, type UnitRow } from './units.ts';
