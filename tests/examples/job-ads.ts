/**
 * Invented job descriptions of different kinds, each with the questions that someone hiring for the
 * job would want among the first ten.
 */
interface JobAd {
  readonly name: string;
  readonly text: string;
  /** The codes of those questions, in no particular order. */
  readonly wanted: readonly string[];
}

export const jobAds: readonly JobAd[] = [
  {
    name: 'Senior Product Manager, Clinical AI',
    wanted: ['p94', 'fk7', 'rg8', '83j', '2c3', 'vd9', 'c2w', 'nm4'],
    text: `Senior Product Manager, Clinical AI
About us: We build decision support that clinicians trust. Our tools run in 120 hospitals.

What you'll do
• Own the roadmap for our sepsis and deterioration alerts, from discovery to rollout in Epic and Oracle Health
• Prioritize among clinicians, executives, and engineers, and keep a healthy backlog in Jira
• Work with regulatory on FDA submissions and decide what ships before clearance
• Win over skeptical nurses and reduce alert fatigue
• Make the business case to hospital CFOs

You have
• 5+ years in product management, ideally with EHR integration
• Experience with clinical decision support, A/B tests, and change management
• Excellent stakeholder management

We offer health insurance, 401(k) match, and paid time off. We are an equal opportunity employer and don't discriminate on the basis of race, gender, disability, or age.`,
  },
  {
    name: 'Machine Learning Engineer, MLOps',
    wanted: ['ss2', 'gk5', '44m', 'wb8', '8t9', '2fz', 'v8j'],
    text: `ML Engineer (MLOps) – Digital Health

You will build and operate the ML platform behind our risk models: CI/CD for models, a model registry, experiment tracking with MLflow or Weights & Biases, and monitoring for drift in production. You'll deploy on AWS (SageMaker) and GCP (Vertex AI), keep PHI inside our HIPAA boundary, and work with data scientists who train clinical NLP models with PyTorch and Hugging Face.

Requirements: Python, Docker, Kubernetes, Terraform. You have shipped retraining and rollback. You know how to evaluate a model on subgroups before a release. Experience with FHIR data pipelines is a plus.

Salary range $150,000–$190,000. Applicants with disabilities may request reasonable accommodation.`,
  },
  {
    name: 'Regulatory Affairs Manager, SaMD',
    wanted: ['z7s', 'x75', 'v4h', 'vd9', 'gk5', 's6v', 'd3b'],
    text: `Regulatory Affairs Manager – AI/ML Software as a Medical Device (m/f/d), Munich or Boston

Your tasks: Lead 510(k) and De Novo submissions and pre-submission meetings with the FDA. Build technical documentation under the EU MDR and prepare for the EU AI Act with our notified body. Write predetermined change control plans (PCCP) with engineering. Plan clinical evaluation and clinical validation studies with clinical affairs. Own vigilance, CAPA, and post-market surveillance. Advise product on claims and intended use.

Your profile: RAC or similar, ISO 13485, ISO 14971, IEC 62304. You can explain to an impatient sales team why a feature waits.`,
  },
  {
    name: 'Implementation Manager',
    wanted: ['xt6', 'rg8', '83j', '8zk', 'v3r', '7wj', 'f3r'],
    text: `Implementation & Customer Success Manager, Health AI

Be the face of our company at hospital go-lives. You'll plan integrations (HL7 v2, FHIR, SMART on FHIR, SSO) with customer IT, configure workflows in the EHR, train super users, and lead change management with nursing and physician champions. You'll track adoption and time saved, report to executive sponsors, and handle the hard conversations when a unit pushes back.

What we look for: 3+ years of EHR implementation (Epic or Cerner), HIPAA and BAA basics, clear communication with non-technical clinicians, comfort with ambiguity, some travel. A background in nursing is a plus. Clinician burnout is why we exist.`,
  },
  {
    name: 'AI Product Specialist, Generative AI',
    wanted: ['6md', 'xg9', 'g63', '46z', '6rj', '8wn', 'xv2'],
    text: `AI Product Specialist (Generative AI)

We're putting large language models to work for clinicians: a guideline assistant built on RAG, and a patient-facing chatbot. You'll write prompts and guardrails, curate the knowledge base, choose between GPT, Claude, and open models, define evals for hallucination and citation quality, and keep answers current when guidelines change. You'll use LangChain, vector databases, and embeddings daily, and sit with clinicians to review transcripts.

Must have: experience shipping an LLM product, prompt engineering, a feel for patient safety. Nice to have: note summarization, Azure OpenAI, clinical background.`,
  },
  {
    name: 'Clinical Specialist, Radiology AI',
    wanted: ['pn3', 'p42', 'v6r', 's6v', 'x75', 'nb9', '23s'],
    text: `Clinical Specialist – Radiology AI

Work with radiologists and PACS teams to bring our triage and detection algorithms into reading rooms. Responsibilities: write clinical requirements for head CT and chest products; design annotation protocols and measure agreement between readers; explain sensitivity, specificity, and operating points to customers; support reader studies and multi-site clinical validation; investigate missed findings with our safety team; check performance at sites whose scanners and populations differ from training.

Qualifications: radiographer, RT, or MD; DICOM, HL7; statistics for diagnostic accuracy studies; great communicator.`,
  },
  {
    name: 'Data Protection Lead',
    wanted: ['k8n', '7wj', 'v4h', '2fz', '6rj', '62c'],
    text: `Lead, Privacy & Data Governance (Health AI)

You'll be the person engineers come to before they touch patient data. Decide how we may use records for model training: de-identification (Safe Harbor and Expert Determination), data use agreements, consent, and secondary use. Negotiate BAAs with cloud and LLM vendors. Run DPIAs and answer GDPR requests for our European customers. Review AWS architecture with security. Build a responsible AI review with our ethics board.

You bring a CIPP or similar, deep HIPAA knowledge, and the calm to say no.`,
  },
  {
    name: 'Product Specialist, Ambient Documentation',
    wanted: ['xv2', 'nm4', '8zk', '2sk', 'v3r', '83j'],
    text: `Product Specialist – Ambient AI Scribe

Our scribe listens to visits and drafts the note. You'll onboard physician groups, measure minutes saved and after-hours charting, review draft quality with clinicians (omissions, hallucinated findings), suggest ICD-10 and E/M codes responsibly, and build ROI models with finance leaders. You'll turn complaints into product requirements.

Ideal: a former scribe, nurse, or coder with two years at a software company. Strong presentation skills. Bonus: Epic Haiku, Dragon, speech recognition.

Benefits: medical, dental, vision, stock options, unlimited PTO.`,
  },
  {
    name: 'Medical Director, AI Safety and Governance',
    wanted: ['7jn', 'c2w', '62c', '8d8', '44m', 's6v', 'rp8'],
    text: `Medical Director, AI Safety & Governance

A large health system seeks a physician leader for its AI governance committee. You'll review models before deployment and decide where a human must remain in the loop; set up monitoring of performance and bias across patient groups; investigate adverse events involving AI; advise on override policies and automation bias; and speak for patients in vendor decisions. You will chair the committee, mentor clinical leads, and present to the board.

Board certification, 5 years of practice, informatics fellowship preferred. Experience with health equity work valued.`,
  },
  {
    name: 'Data Scientist, Clinical NLP',
    wanted: ['v8j', '23s', 'wb8', '8wn', '2sk', 'k8n'],
    text: `Data Scientist – Clinical NLP

Extract medications, problems, and social determinants from millions of notes. You'll fine-tune and compare transformer models (ClinicalBERT and newer), build labeled datasets with clinician annotators, report precision, recall, and F1 with honest error analysis, map entities to SNOMED CT, RxNorm, and ICD-10, and work only with de-identified text in a secure enclave. You'll publish and present results.

MS/PhD in CS, statistics, or bioinformatics. Python, spaCy, Hugging Face, SQL. Familiar with embeddings and LLM extraction.`,
  },
  {
    name: 'Product Manager, Payer AI',
    wanted: ['j3k', 'nm4', '62c', '7jn', '2c3', '8d8'],
    text: `Product Manager, Utilization Management AI (Health Plan)

Lead products that help nurses and medical directors review prior authorization requests. You'll define what may be automated and what needs a clinician's decision, show that denials aren't biased against any member group, manage state rules and audits, and build the financial case with actuarial and claims teams. Balance requests from sales, operations, and compliance. Write PRDs and user stories, run agile ceremonies.

4+ years in product at a payer or vendor; value-based care; comfort with fairness questions from regulators and the press.`,
  },
  {
    name: 'Global Programs Manager, Digital Health',
    wanted: ['w53', 'kg8', 'nb9', '8d8', 'v4h', 'x75'],
    text: `Program Manager, Global Deployment

We're taking a skin and TB screening app to Kenya, India, Brazil, and the UK. You'll adapt it to local languages, guidelines, and health systems; run local validation with ministries and universities, because our model was trained mostly on US images; plan for clinics with poor connectivity and older phones; navigate CE marking, MHRA, and data residency; and report on performance by skin tone.

Needs: experience in low-resource settings, French or Swahili, monitoring and evaluation, cross-functional leadership across time zones.`,
  },
];
