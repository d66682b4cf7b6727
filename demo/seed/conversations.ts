import type { Channel } from '../../shared/platform/primitives';

/** A conversation as it goes: the customer opens, then agent and customer take turns. */
export interface ConversationScript {
  readonly opening: string;
  readonly turns: readonly { readonly agent: string; readonly customer: string }[];
}

type Scripts = readonly [ConversationScript, ...ConversationScript[]];

/** What customers say on each channel, in the language of the tenant. */
export const conversationScripts: Readonly<Record<Channel, Scripts>> = {
  whatsapp: [
    {
      opening: 'Oi, bom dia! Minha internet está caindo desde ontem à noite 😕',
      turns: [
        {
          agent: 'Bom dia! Vou verificar o sinal da sua conexão. Pode me confirmar o CPF do titular?',
          customer: 'Posso sim, é 000.000.001-91',
        },
        {
          agent: 'Obrigada. A luz vermelha do modem está acesa?',
          customer: 'Está, sim. Ela pisca umas três vezes e apaga',
        },
        {
          agent: 'Vou reiniciar o equipamento daqui. Leva dois minutos.',
          customer: 'Voltou! Muito obrigado pela ajuda',
        },
      ],
    },
    {
      opening: 'Olá, vi a promoção de 600 mega e queria saber se atende o meu bairro',
      turns: [
        { agent: 'Olá! Atende sim, é só me passar o CEP para eu confirmar.', customer: '01001-000, apartamento' },
        {
          agent: 'Temos cobertura. O plano fica R$ 119,90 por mês, com instalação grátis.',
          customer: 'Tem fidelidade?',
        },
        { agent: 'São 12 meses. Posso agendar a instalação?', customer: 'Pode ser na sexta de manhã?' },
      ],
    },
    {
      opening: 'Boa tarde. Meu boleto veio com valor diferente esse mês',
      turns: [
        { agent: 'Boa tarde! Vou olhar a fatura. Qual é o vencimento?', customer: 'Dia 10' },
        { agent: 'Houve uma cobrança proporcional da mudança de plano.', customer: 'Ah, entendi. Faz sentido então' },
      ],
    },
  ],
  webchat: [
    {
      opening: 'Oi! Não consigo finalizar a compra, dá erro no pagamento.',
      turns: [
        { agent: 'Olá! Qual mensagem aparece na tela?', customer: '"Não foi possível processar o cartão"' },
        { agent: 'Pode tentar com outra bandeira ou por Pix?', customer: 'Por Pix deu certo. Obrigada!' },
      ],
    },
    {
      opening: 'Bom dia, gostaria de saber o prazo de entrega do pedido 48213.',
      turns: [
        { agent: 'Bom dia! Só um instante, já consulto.', customer: 'Ok, aguardo.' },
        { agent: 'Saiu para entrega hoje e chega até as 18h.', customer: 'Perfeito, era só isso.' },
      ],
    },
  ],
  email: [
    {
      opening:
        'Prezados,\n\nSolicito a segunda via da fatura de outubro, pois não a recebi no endereço cadastrado.\n\nAtenciosamente',
      turns: [
        {
          agent: 'Olá! Segue a segunda via, com vencimento prorrogado para o dia 30. Posso ajudar em algo mais?',
          customer: 'Recebido. Aproveito para pedir a atualização do meu e-mail de cobrança.',
        },
        { agent: 'Atualização feita. O novo endereço já vale para a próxima fatura.', customer: 'Agradeço a rapidez.' },
      ],
    },
    {
      opening: 'Boa tarde,\n\nGostaria de negociar as parcelas em aberto do meu contrato. Há alguma condição especial?',
      turns: [
        {
          agent: 'Boa tarde! Podemos dividir em até seis vezes sem juros.',
          customer: 'Seis vezes fica bom para mim. Como faço para formalizar?',
        },
      ],
    },
  ],
  voice: [
    {
      opening: 'Cliente na linha: quer informações sobre a visita técnica.',
      turns: [{ agent: 'Visita confirmada para amanhã, entre 8h e 12h.', customer: 'Cliente confirma o endereço.' }],
    },
    {
      opening: 'Cliente na linha: pretende cancelar o contrato.',
      turns: [
        {
          agent: 'Oferta de retenção apresentada: 20% de desconto por seis meses.',
          customer: 'Cliente aceita a oferta e mantém o contrato.',
        },
      ],
    },
  ],
};
