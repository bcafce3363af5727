export { type SitemapPage, writeSitemap, writeSitemapIndex } from './sitemap.ts';
