import { attachFacetFilters } from './results/facet-filter.ts';
import { attachInPlace } from './results/in-place.ts';

attachInPlace();
attachFacetFilters();
