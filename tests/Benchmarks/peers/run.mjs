// node run.mjs TOOL TEMPLATE.docx DATA.json OUT-FOLDER: fills the template once per record and prints documents per second.
// As with our own runner, "steady" is the second half of the run.
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

const [tool, templatePath, dataPath, out] = process.argv.slice(2);

/** @type {Record<string, (template: Buffer) => Promise<(record: object) => Promise<Buffer>>>} */
const tools = {
  async docxtemplater(template) {
    const { default: PizZip } = await import('pizzip');
    const { default: Docxtemplater } = await import('docxtemplater');
    // Compiled per document, as its documentation shows.
    return async record => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(record);
      return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
    };
  },
  async 'easy-template-x'(template) {
    const { TemplateHandler } = await import('easy-template-x');
    const handler = new TemplateHandler();
    return record => handler.process(template, record);
  },
};

const fill = await tools[tool](fs.readFileSync(templatePath));
const records = JSON.parse(fs.readFileSync(dataPath, 'utf8'));
fs.mkdirSync(out, { recursive: true });

const start = performance.now();
let middle = start;
let middleUsage = process.cpuUsage();
for (const [index, record] of records.entries()) {
  if (index === records.length >> 1) {
    middle = performance.now();
    middleUsage = process.cpuUsage();
  }

  fs.writeFileSync(path.join(out, `${index}.docx`), await fill(record));
}

const end = performance.now();
const used = process.cpuUsage(middleUsage);
const steady = (records.length - (records.length >> 1)) / (end - middle) * 1000;
const perProcessorSecond = (records.length - (records.length >> 1)) / (used.user + used.system) * 1e6;
console.log(JSON.stringify({ tool, documents: records.length, perSecond: records.length / (end - start) * 1000, steady, perProcessorSecond }));
