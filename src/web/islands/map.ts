import { attachMaps } from './map/open.ts';

attachMaps();
