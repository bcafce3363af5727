import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checkTerritory } from '#formats/geo/index.ts';
import type { Command } from '../command.ts';
import { boundariesFile } from '../paths.ts';

/** Official boundaries take the place of the generalised map that is shipped, if they show the whole territory. */
export const boundaries: Command = {
  name: 'boundaries',
  summary: {
    vi: 'Nạp ranh giới chính thức thay bản đồ khái quát; bản đồ thiếu lãnh thổ bị từ chối',
    en: 'Load official boundaries in place of the generalised map; a map that lacks territory is refused',
  },
  usage: 'load FILE',
  example: 'boundaries load ranh-gioi.geojson',
  positionals: { min: 2, max: 2 },
  async run({ positionals: [action, file = ''], config, terminal }) {
    if (action !== 'load') {
      terminal.say({
        vi: 'cách dùng: ./disan boundaries load FILE',
        en: 'usage: ./disan boundaries load FILE',
      });
      return 1;
    }
    const map = await readJson(file);
    if (map === undefined) {
      terminal.say({ vi: `không đọc được ${file} như GeoJSON`, en: `${file} cannot be read as GeoJSON` });
      return 1;
    }
    const outcome = checkTerritory(map);
    if (outcome.kind === 'refused') {
      for (const { pointer, message } of outcome.violations) {
        terminal.say({ vi: `${pointer || '/'}: ${message.vi}`, en: `${pointer || '/'}: ${message.en}` });
      }
      terminal.say({
        vi: 'bản đồ bị từ chối; bản đồ đang dùng giữ nguyên',
        en: 'the map was refused; the one in use is kept',
      });
      return 1;
    }
    await putInPlace(boundariesFile(config.dataDir), JSON.stringify(map));
    terminal.say({
      vi: `đã nạp ${outcome.map.provinces.length} đơn vị cấp tỉnh; có hiệu lực từ lần khởi động sau`,
      en: `loaded ${outcome.map.provinces.length} provincial units; in use from the next start`,
    });
    return 0;
  },
};

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A start in the meantime sees the old map or the new one, never half of it. */
async function putInPlace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
