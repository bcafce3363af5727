import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  type Archive,
  type ArchiveProblem,
  type ByteSource,
  foreignNamesIn,
  openArchive,
} from '#formats/pmtiles/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { BASEMAP_RECORD, type LoadedBasemap, loadedBasemap } from '../basemap.ts';
import type { Command, ExitCode, Invocation } from '../command.ts';
import { basemapFolder } from '../paths.ts';

/** The operator's own background of interactive maps, as a PMTiles archive. */
export const basemap: Command = {
  name: 'basemap',
  summary: {
    vi: 'Nạp nền bản đồ PMTiles cho bản đồ tương tác; nền ghi tên nước ngoài ở hai quần đảo bị từ chối',
    en: 'Load a PMTiles background for interactive maps; one with foreign names at the archipelagos is refused',
  },
  usage: 'load FILE | show | remove',
  example: 'basemap load nen-ban-do.pmtiles',
  positionals: { min: 1, max: 2 },
  async run(invocation) {
    const [action, file] = invocation.positionals;
    if (action === 'load' && file !== undefined) return await load(invocation, file);
    if (action === 'show' && file === undefined) return await show(invocation);
    if (action === 'remove' && file === undefined) return await remove(invocation);
    invocation.terminal.say({
      vi: 'cách dùng: ./disan basemap load FILE | show | remove',
      en: 'usage: ./disan basemap load FILE | show | remove',
    });
    return 1;
  },
};

async function load({ config, terminal }: Invocation, file: string): Promise<ExitCode> {
  const outcome = await examine(file);
  if (outcome.kind === 'refused') {
    for (const reason of outcome.reasons) terminal.say(reason);
    terminal.say({
      vi: 'nền bản đồ bị từ chối; nền đang dùng giữ nguyên',
      en: 'the basemap was refused; the one in use is kept',
    });
    return 1;
  }
  const { tiles, minZoom, maxZoom } = outcome.archive;
  await putInPlace(basemapFolder(config.dataDir), file, outcome.archive);
  terminal.say({
    vi: `đã nạp nền ${tiles}, mức phóng ${minZoom}–${maxZoom}; có hiệu lực từ lần khởi động sau`,
    en: `loaded a ${tiles} basemap, zoom ${minZoom}–${maxZoom}; in use from the next start`,
  });
  if (tiles === 'raster') terminal.say(LOOK_AT_PICTURES);
  return 0;
}

const LOOK_AT_PICTURES: LocalizedText = {
  vi: 'tên vẽ trong ảnh không kiểm tra được bằng máy: hãy tự xem vùng Hoàng Sa, Trường Sa trước khi công bố',
  en: 'names painted into pictures cannot be checked: look at Hoàng Sa and Trường Sa yourself before publishing',
};

async function show({ config, terminal }: Invocation): Promise<ExitCode> {
  const loaded = await loadedBasemap(config.dataDir);
  if (!loaded) terminal.say({ vi: 'chưa nạp nền bản đồ nào', en: 'no basemap is loaded' });
  else terminal.answer(JSON.stringify(loaded));
  return 0;
}

async function remove({ config, terminal }: Invocation): Promise<ExitCode> {
  await rm(basemapFolder(config.dataDir), { recursive: true, force: true });
  terminal.say({
    vi: 'đã bỏ nền bản đồ; có hiệu lực từ lần khởi động sau',
    en: 'the basemap was removed; in effect from the next start',
  });
  return 0;
}

type Examined = { kind: 'accepted'; archive: Archive } | { kind: 'refused'; reasons: LocalizedText[] };

const refused = (...reasons: LocalizedText[]): Examined => ({ kind: 'refused', reasons });

/** Everything that is read from the file is read here, so that it can be closed again. */
async function examine(file: string): Promise<Examined> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return refused({ vi: `không mở được ${file}`, en: `${file} cannot be opened` });
  try {
    const outcome = await openArchive(await sourceOf(handle));
    if (outcome.kind === 'refused') return refused(explain(file, outcome.problem));
    const { archive } = outcome;
    const found = archive.tiles === 'vector' ? await foreignNamesIn(archive) : [];
    if (found.length === 0) return { kind: 'accepted', archive };
    return refused(
      ...found.map(({ text, tile: { z, x, y } }) => ({
        vi: `ô ${z}/${x}/${y}: "${text}" không phải tên Việt Nam của nơi này; hãy bỏ tên ấy khỏi nền bản đồ`,
        en: `tile ${z}/${x}/${y}: "${text}" is not the Vietnamese name of this place; take it out of the basemap`,
      })),
    );
  } catch {
    return refused(explain(file, { rule: 'damaged' }));
  } finally {
    await handle.close();
  }
}

async function sourceOf(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    length: size,
    read: async (offset, length) => {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}

function explain(file: string, problem: ArchiveProblem): LocalizedText {
  switch (problem.rule) {
    case 'not-pmtiles':
      return { vi: `${file} không phải tệp PMTiles`, en: `${file} is no PMTiles archive` };
    case 'version':
      return {
        vi: `${file} là PMTiles bản ${problem.version}; cần bản 3 (chuyển bằng: pmtiles convert)`,
        en: `${file} is PMTiles version ${problem.version}; version 3 is needed (convert with: pmtiles convert)`,
      };
    case 'tile-type':
      return {
        vi: `${file} không chứa ô vectơ (MVT) hay ảnh (PNG, JPEG, WebP)`,
        en: `${file} has neither vector (MVT) nor picture tiles (PNG, JPEG, WebP)`,
      };
    case 'bounds':
      return {
        vi: `${file} ghi phạm vi hoặc mức phóng không hợp lệ`,
        en: `${file} states impossible bounds or zooms`,
      };
    case 'damaged':
      return {
        vi: `${file} bị cắt cụt hoặc hỏng; hãy tải hoặc tạo lại`,
        en: `${file} is cut off or damaged; download or make it again`,
      };
  }
}

/** The archive first, under the hash of what was really copied, then the record of it: a start sees one or the other. */
async function putInPlace(folder: string, file: string, archive: Archive): Promise<void> {
  await mkdir(folder, { recursive: true });
  const fresh = join(folder, 'archive.new');
  const hash = createHash('sha256');
  let bytes = 0;
  const source = createReadStream(file);
  source.on('data', (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  await pipeline(source, createWriteStream(fresh));
  const name = `${hash.digest('base64url').slice(0, 16)}.pmtiles`;
  await rename(fresh, join(folder, name));
  const { tiles, minZoom, maxZoom, layers } = archive;
  const loaded: LoadedBasemap = { file: name, bytes, tiles, minZoom, maxZoom, layers };
  const record = join(folder, BASEMAP_RECORD);
  await writeFile(`${record}.new`, JSON.stringify(loaded));
  await rename(`${record}.new`, record);
  await forgetOthers(folder, name);
}

async function forgetOthers(folder: string, kept: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => name !== kept && name !== BASEMAP_RECORD);
  await Promise.all(others.map((name) => rm(join(folder, name), { force: true })));
}
