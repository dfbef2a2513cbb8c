"""run_docxtpl.py TEMPLATE.docx DATA.json OUT-FOLDER: docxtpl's turn; prints documents per second, like run.mjs."""
import json
import os
import sys
import time

from docxtpl import DocxTemplate

template_path, data_path, out = sys.argv[1:4]
with open(data_path, encoding="utf-8") as file:
    records = json.load(file)
os.makedirs(out, exist_ok=True)

start = middle = time.perf_counter()
middle_used = time.process_time()
for index, record in enumerate(records):
    if index == len(records) // 2:
        middle = time.perf_counter()
        middle_used = time.process_time()
    document = DocxTemplate(template_path)
    document.render(record)
    document.save(os.path.join(out, f"{index}.docx"))

end = time.perf_counter()
used = time.process_time() - middle_used
steady = (len(records) - len(records) // 2) / (end - middle)
print(json.dumps({"tool": "docxtpl", "documents": len(records), "perSecond": len(records) / (end - start), "steady": steady,
                  "perProcessorSecond": (len(records) - len(records) // 2) / used}))
