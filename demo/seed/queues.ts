import type { Disposition } from '../../shared/platform/attendances';
import type { PauseReason } from '../../shared/platform/queues';
import type { QueueDefinition } from '../queues/queueCatalogue';

const lunch: PauseReason = { id: 'pause-lunch', name: 'Almoço', limitSeconds: 3600 };
const breakTime: PauseReason = { id: 'pause-break', name: 'Intervalo', limitSeconds: 900 };
const feedback: PauseReason = { id: 'pause-feedback', name: 'Feedback com o gestor', limitSeconds: null };
const training: PauseReason = { id: 'pause-training', name: 'Treinamento', limitSeconds: null };
const rest: PauseReason = { id: 'pause-rest', name: 'Pausa de descanso', limitSeconds: 600 };

const resolved: Disposition = { id: 'disposition-resolved', name: 'Resolvido no atendimento' };
const forwarded: Disposition = { id: 'disposition-forwarded', name: 'Encaminhado para outra área' };
const noAnswer: Disposition = { id: 'disposition-no-answer', name: 'Cliente não respondeu' };
const sale: Disposition = { id: 'disposition-sale', name: 'Venda realizada' };
const noSale: Disposition = { id: 'disposition-no-sale', name: 'Sem interesse' };
const visit: Disposition = { id: 'disposition-visit', name: 'Visita técnica agendada' };
const invoice: Disposition = { id: 'disposition-invoice', name: 'Segunda via enviada' };
const agreement: Disposition = { id: 'disposition-agreement', name: 'Acordo de pagamento' };
const retained: Disposition = { id: 'disposition-retained', name: 'Cliente retido' };
const cancelled: Disposition = { id: 'disposition-cancelled', name: 'Cancelamento confirmado' };

/** Two queues of each channel, with and without pause reasons, with and without limits. */
export const queueSeeds: readonly QueueDefinition[] = [
  {
    id: 'queue-sales-whatsapp',
    name: 'Vendas WhatsApp',
    channel: 'whatsapp',
    origin: '+55 11 4000-0101',
    pauseReasons: [lunch, breakTime, feedback],
    dispositions: [sale, noSale, noAnswer],
  },
  {
    id: 'queue-support-whatsapp',
    name: 'Suporte WhatsApp',
    channel: 'whatsapp',
    origin: '+55 11 4000-0102',
    pauseReasons: [lunch, rest],
    dispositions: [resolved, visit, forwarded, noAnswer],
  },
  {
    id: 'queue-site-webchat',
    name: 'Chat do site',
    channel: 'webchat',
    origin: 'www.aurora.example',
    pauseReasons: [feedback, training],
    dispositions: [resolved, sale, forwarded, noAnswer],
  },
  {
    id: 'queue-shop-webchat',
    name: 'Chat da loja virtual',
    channel: 'webchat',
    origin: 'loja.aurora.example',
    pauseReasons: [],
    dispositions: [sale, noSale, resolved],
  },
  {
    id: 'queue-service-email',
    name: 'E-mail Atendimento',
    channel: 'email',
    origin: 'atendimento@aurora.example',
    pauseReasons: [],
    dispositions: [resolved, forwarded],
  },
  {
    id: 'queue-finance-email',
    name: 'E-mail Financeiro',
    channel: 'email',
    origin: 'financeiro@aurora.example',
    pauseReasons: [lunch, training],
    dispositions: [invoice, agreement, forwarded],
  },
  {
    id: 'queue-reception-voice',
    name: 'Receptivo Voz',
    channel: 'voice',
    origin: '0800 000 0100',
    pauseReasons: [lunch, breakTime, rest],
    dispositions: [resolved, visit, forwarded],
  },
  {
    id: 'queue-retention-voice',
    name: 'Retenção Voz',
    channel: 'voice',
    origin: '0800 000 0200',
    pauseReasons: [],
    dispositions: [retained, cancelled],
  },
];
